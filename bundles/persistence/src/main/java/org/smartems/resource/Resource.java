// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A list of things and what can be done with them; its routes are made of it. Immutable once it is built. How to
 * declare one is in {@code docs/architecture/resources.md}.
 */
public final class Resource {

    private final String name;
    private final String entity;
    private final Shape shape;
    private final Set<Permission> access;
    private final Function<Requester, Sql> scope;
    private final Map<String, Filter> filters = new LinkedHashMap<>();
    private final Map<String, String> sortings = new LinkedHashMap<>();
    private final List<ListQuery.Sorting> defaultSort;
    private final Map<String, Deny> denies;
    private final Window window;
    private final List<Route> routes;

    private Resource(Builder builder) {
        name = builder.name;
        entity = builder.entity;
        shape = builder.shape;
        access = builder.access;
        scope = builder.scope;
        for (Field field : shape.fields()) {
            if (field.isFilterable()) {
                filters.put(field.name(), Filter.of(field));
            }
            if (field.isSortable()) {
                sortings.put(field.name(), field.sortSql());
            }
        }
        builder.filters.forEach(filter -> filters.put(filter.name(), filter));
        sortings.putAll(builder.sortings);
        defaultSort = builder.defaultSort;
        denies = builder.denies;
        window = builder.window;
        routes = builder.routes.stream().map(route -> route.apply(this)).toList();
    }

    /** The last days of a log, which are all that is looked at when nothing is said of the time. */
    record Window(String field, String sql, Duration length) {}

    /**
     * Begins a declaration.
     *
     * @param name in paths, such as {@code accesstag}
     * @param entity in deny labels and in the audit log, such as {@code AccessTag}
     * @param shape of a thing
     * @return to be completed
     */
    public static Builder of(String name, String entity, Shape shape) {
        return new Builder(name, entity, shape);
    }

    /** The name in paths. */
    public String name() {
        return name;
    }

    /** The name in deny labels and in the audit log. */
    public String entity() {
        return entity;
    }

    /** What is told of a thing. */
    public Shape shape() {
        return shape;
    }

    /** Who sees the list. */
    public Set<Permission> access() {
        return access;
    }

    /** What the list can be filtered by, for somebody. */
    public List<Filter> filters(Requester requester) {
        return filters.values().stream()
                .filter(filter -> reads(requester, filter.name()))
                .toList();
    }

    /** What the list can be sorted by, for somebody. */
    public List<String> sortings(Requester requester) {
        return sortings.keySet().stream()
                .filter(sorting -> reads(requester, sorting))
                .toList();
    }

    private boolean reads(Requester requester, String field) {
        Field known = shape.field(field);
        return known == null || known.isReadBy(requester) || known.isExportedTo(requester);
    }

    /** Why actions are refused for a row, by key. */
    public List<Deny> denies() {
        return List.copyOf(denies.values());
    }

    /** All calls. */
    public List<Route> routes() {
        return routes;
    }

    /** What is told of why an action is refused. */
    public String denyLabel(String code) {
        return "deny." + Character.toLowerCase(entity.charAt(0)) + entity.substring(1) + "." + code;
    }

    Sql scopeOf(Requester requester) {
        return scope.apply(requester);
    }

    Filter filter(String field) {
        return filters.get(field);
    }

    String sorting(String field) {
        return sortings.get(field);
    }

    List<ListQuery.Sorting> defaultSort() {
        return defaultSort;
    }

    Deny deny(String key) {
        return denies.get(key);
    }

    Window window() {
        return window;
    }

    /** Collects a declaration. */
    public static final class Builder {

        private final String name;
        private final String entity;
        private final Shape shape;
        private Set<Permission> access = Set.of(Permission.ADMIN);
        private Function<Requester, Sql> scope = requester -> Sql.TRUE;
        private final List<Filter> filters = new ArrayList<>();
        private final Map<String, String> sortings = new HashMap<>();
        private List<ListQuery.Sorting> defaultSort = List.of(new ListQuery.Sorting("id", false));
        private final Map<String, Deny> denies = new LinkedHashMap<>();
        private Window window;
        private final List<Function<Resource, Route>> routes = new ArrayList<>();

        private Builder(String name, String entity, Shape shape) {
            this.name = name;
            this.entity = entity;
            this.shape = shape;
            action(Route.post("list")
                    .readsBody()
                    .answers(Route.Answer.PAGE)
                    .summary("List")
                    .handledBy(Lists::page));
        }

        /** Seen by these; without it by administrators alone. */
        public Builder access(Permission... permissions) {
            access = Set.of(permissions);
            return this;
        }

        /** Which rows somebody other than an administrator sees. */
        public Builder scope(Function<Requester, Sql> condition) {
            scope = requester -> requester.isAdmin() ? Sql.TRUE : condition.apply(requester);
            return this;
        }

        /** Can be filtered by more than its fields; one of a field's name takes its place. */
        public Builder filter(Filter... more) {
            filters.addAll(Arrays.asList(more));
            return this;
        }

        /** Can be sorted by more than its fields. */
        public Builder sorting(String field, String sql) {
            sortings.put(field, sql);
            return this;
        }

        /** In this order when nothing is said of it; the id decides between equals. */
        public Builder newestFirst(String field) {
            defaultSort = List.of(new ListQuery.Sorting(field, true));
            return this;
        }

        /** The same with the lowest first. */
        public Builder lowestFirst(String... fields) {
            defaultSort = ListQuery.Sorting.ascending(fields);
            return this;
        }

        /** A log, of which only the last days are looked at when nothing is said of the time. */
        public Builder lastDays(String field, int days) {
            window = new Window(field, shape.field(field).sql(), Duration.ofDays(days));
            return newestFirst(field);
        }

        /** Why actions are refused for a row. */
        public Builder deny(Deny... rules) {
            Arrays.stream(rules).forEach(rule -> denies.put(rule.key(), rule));
            return this;
        }

        /** {@code POST name/create} by whoever sees the list. */
        public Builder create(ToLongFunction<Call> creating) {
            return create(Set.of(), creating);
        }

        /** {@code POST name/create}. */
        public Builder create(Set<Permission> by, ToLongFunction<Call> creating) {
            return action(Route.post("create")
                    .access(by)
                    .input(In.CREATE, shape.fields())
                    .answers(Route.Answer.THING)
                    .summary("Create")
                    .handle(call -> Result.thing(creating.applyAsLong(call))));
        }

        /** {@code GET name/{id}}. */
        public Builder get() {
            return action(Route.get("{id}")
                    .denied("get")
                    .answers(Route.Answer.THING)
                    .summary("Get")
                    .handle(call -> Result.thing(call.id())));
        }

        /** {@code POST name/{id}} by whoever sees the list. */
        public Builder edit(java.util.function.Consumer<Call> editing) {
            return action(Route.post("{id}")
                    .denied("edit")
                    .input(In.EDIT, shape.fields())
                    .answers(Route.Answer.THING)
                    .summary("Edit")
                    .handle(call -> {
                        editing.accept(call);
                        return Result.thing(call.id());
                    }));
        }

        /** {@code DELETE name/{id}} by whoever sees the list. */
        public Builder delete(java.util.function.Consumer<Call> deleting) {
            return delete(Set.of(), deleting);
        }

        /** {@code DELETE name/{id}}. */
        public Builder delete(Set<Permission> by, java.util.function.Consumer<Call> deleting) {
            return action(Route.delete("{id}")
                    .access(by)
                    .denied("delete")
                    .answers(Route.Answer.NOTHING)
                    .summary("Delete")
                    .handle(call -> {
                        deleting.accept(call);
                        return Result.none();
                    }));
        }

        /** {@code GET name/{id}/duplicate}, and the same by POST. */
        public Builder duplicate(ToLongFunction<Call> duplicating) {
            return change(Route.get("{id}/duplicate")
                    .denied("duplicate")
                    .answers(Route.Answer.THING)
                    .summary("Duplicate")
                    .handle(call -> Result.thing(duplicating.applyAsLong(call))));
        }

        /** A call whose path is below the resource; with {@code {id}} in it, for a row that the caller sees. */
        public Builder action(Route route) {
            routes.add(owner -> route.of(owner));
            return this;
        }

        /** A call that changes something although its method is GET, and the same by POST. */
        public Builder change(Route route) {
            return action(route).action(route.by("POST"));
        }

        /** {@code POST name/batch/...}. */
        public Builder batch(Batch batch) {
            routes.add(owner -> batch.route(owner));
            return this;
        }

        /** {@code POST name/export/csv} and {@code name/export/excel}. */
        public Builder export() {
            return export(shape);
        }

        /** The same with other rows: {@code rows} has the aliases and fields of the list's shape. */
        public Builder export(Shape rows) {
            routes.add(owner -> Exports.route(owner, rows, "csv"));
            routes.add(owner -> Exports.route(owner, rows, "excel"));
            return this;
        }

        /** Ends the declaration. */
        public Resource build() {
            return new Resource(this);
        }
    }
}
