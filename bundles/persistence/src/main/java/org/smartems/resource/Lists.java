// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.smartems.persistence.Transactions;

/** Pages of lists, and single things; every method needs a transaction. */
final class Lists {

    private static final String DENY = "deny.";

    private final Transactions transactions;
    private final Clock clock = Clock.systemUTC();

    Lists(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A row that a batch is to act on; {@code denied} is the code of why not, or null. */
    record Row(long id, String representation, String denied) {}

    static Result page(Engine engine, Route route, Call call) {
        Resource resource = route.resource();
        ListQuery query = new ListQueries(resource, call).page();
        return Result.json(engine.lists().page(resource, call.requester(), query));
    }

    private ObjectNode page(Resource resource, Requester requester, ListQuery query) {
        Reading reading = new Reading(transactions.connection(), requester);
        Optional<Instant> from = from(resource, query);
        Sql where = where(resource, requester, query, from);
        RowCount count = new RowCounts(transactions.connection()).of(resource.shape(), where);
        if (count.rows() == 0) {
            // what the count did not find would be looked for in all rows again, in their order
            return answer(resource, List.of(), count, from);
        }
        List<ListQuery.Sorting> order = order(resource, query);
        boolean backwards = isNearEnd(query, count);
        Sql limit = backwards ? fromEnd(query, count) : Sql.of("limit ? offset ?", query.rowsPerPage(), query.offset());
        Sql rest = Sql.of("where")
                .then(where)
                .then(orderBy(resource, order, backwards))
                .then(limit);
        Map<String, Sql> denies = denies(resource, requester, query.fields());
        List<Field> fields = reading.fields(resource.shape(), query.fields()).stream()
                .filter(Field::isInLists)
                .toList();
        List<Reading.Found> rows = reading.rows(resource.shape(), fields, denies, rest);
        if (backwards) {
            Collections.reverse(rows);
        }
        return answer(resource, rows, count, from);
    }

    private static ObjectNode answer(
            Resource resource, List<Reading.Found> rows, RowCount count, Optional<Instant> from) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode results = answer.putArray("results");
        rows.forEach(row -> results.add(withDeny(resource, row)));
        answer.put("rowCount", count.rows());
        if (!count.exact()) {
            answer.put("rowCountExact", false);
        }
        from.ifPresent(moment -> answer.put(resource.window().field() + "From", moment.toString()));
        return answer;
    }

    /** The later half of a list is read from its end, so that the last page costs as much as the first. */
    private static boolean isNearEnd(ListQuery query, RowCount count) {
        return query.offset() < count.rows() && query.offset() > count.rows() / 2;
    }

    private static Sql fromEnd(ListQuery query, RowCount count) {
        long after = Math.max(0, count.rows() - query.offset() - query.rowsPerPage());
        long rows = Math.min(query.rowsPerPage(), count.rows() - query.offset());
        return Sql.of("limit ? offset ?", rows, after);
    }

    Optional<Instant> from(Resource resource, ListQuery query) {
        Resource.Window window = resource.window();
        return window == null || query.filtered().contains(window.field())
                ? Optional.empty()
                : Optional.of(
                        clock.instant().minus(window.length()).truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
    }

    Sql where(Resource resource, Requester requester, ListQuery query, Optional<Instant> from) {
        Sql where = resource.scopeOf(requester);
        for (Sql condition : query.conditions()) {
            where = where.and(condition);
        }
        return from.isPresent() ? where.and(Sql.of(resource.window().sql() + " >= ?", from.get())) : where;
    }

    List<ListQuery.Sorting> order(Resource resource, ListQuery query) {
        return query.sortings().isEmpty() ? resource.defaultSort() : query.sortings();
    }

    Sql orderBy(Resource resource, List<ListQuery.Sorting> sortings, boolean backwards) {
        List<String> parts = new ArrayList<>();
        boolean descending = false;
        for (ListQuery.Sorting sorting : sortings) {
            descending = sorting.descending();
            parts.add(resource.sorting(sorting.field()) + direction(descending ^ backwards));
        }
        String id = resource.shape().id();
        if (sortings.stream().noneMatch(sorting -> sorting.field().equals("id"))) {
            parts.add(id + direction(descending ^ backwards));
        }
        return Sql.of("order by " + String.join(", ", parts));
    }

    private static String direction(boolean descending) {
        return descending ? " desc" : " asc";
    }

    /** One thing as the requester sees it; empty when it does not exist for the requester. */
    Optional<ObjectNode> get(Resource resource, Requester requester, long id) {
        Reading reading = new Reading(transactions.connection(), requester);
        Sql where = Sql.of(resource.shape().id() + " = ?", id).and(resource.scopeOf(requester));
        List<Reading.Found> rows = reading.rows(
                resource.shape(),
                reading.fields(resource.shape(), Set.of()),
                denies(resource, requester, Set.of()),
                Sql.of("where").then(where));
        return rows.stream().findFirst().map(row -> withDeny(resource, row));
    }

    /** The rows of some ids that the requester sees, with the code of why one action is denied. */
    List<Row> rows(Resource resource, Call call, List<Long> ids, String deny) {
        ListQueries queries = new ListQueries(resource, call);
        List<ListQuery.Sorting> sortings = queries.sortings();
        queries.throwIfAny();
        Sql where = Sql.of(resource.shape().id() + " = any(?::bigint[])", (Object) ids.toArray(Long[]::new))
                .and(resource.scopeOf(call.requester()));
        Sql rest = Sql.of("where").then(where);
        if (!sortings.isEmpty()) {
            rest = rest.then(orderBy(resource, sortings, false));
        }
        Map<String, Sql> extra =
                deny == null ? Map.of() : Map.of("denied", resource.deny(deny).sql(call.requester()));
        Shape shape = resource.shape().only();
        List<Row> rows = new ArrayList<>();
        for (Reading.Found row :
                new Reading(transactions.connection(), call.requester()).rows(shape, shape.fields(), extra, rest)) {
            rows.add(new Row(
                    row.id(),
                    row.object().path("representation").asText(),
                    row.extra().get("denied")));
        }
        if (sortings.isEmpty()) {
            Map<Long, Integer> places = new HashMap<>();
            ids.forEach(id -> places.putIfAbsent(id, places.size()));
            rows.sort(java.util.Comparator.comparingInt(row -> places.get(row.id())));
        }
        return rows;
    }

    private static Map<String, Sql> denies(Resource resource, Requester requester, Set<String> wanted) {
        Map<String, Sql> denies = new LinkedHashMap<>();
        if (wanted.isEmpty() || wanted.contains("deny")) {
            resource.denies().forEach(deny -> denies.put(DENY + deny.key(), deny.sql(requester)));
        }
        return denies;
    }

    private static ObjectNode withDeny(Resource resource, Reading.Found row) {
        if (!row.extra().isEmpty()) {
            ObjectNode deny = row.object().putObject("deny");
            for (Deny rule : resource.denies()) {
                String code = row.extra().get(DENY + rule.key());
                if (code != null) {
                    deny.put(rule.key(), resource.denyLabel(code));
                }
            }
        }
        return row.object();
    }
}
