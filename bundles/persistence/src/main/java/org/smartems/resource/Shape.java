// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * What is told of a thing: its table and its fields. The same shape serves the list of the things and, cut down by
 * {@link #only}, wherever others refer to them. Immutable.
 */
public final class Shape {

    private static final Target USER = new Target("user", "options/users");

    private final String from;
    private final String id;
    private final Map<String, Field> fields;
    private final Function<Requester, Sql> visible;
    private final Target target;
    /** Outer joins by alias, in order. */
    private final Map<String, String> joins;
    /** What is asked for the values of {@link #from} by each statement; null when it has none. */
    private final Supplier<String> rows;

    private Shape(Shape base, Map<String, Field> fields) {
        this.from = base.from;
        this.id = base.id;
        this.fields = fields;
        this.visible = base.visible;
        this.target = base.target;
        this.joins = base.joins;
        this.rows = base.rows;
    }

    private Shape(Shape base, Function<Requester, Sql> visible, Target target) {
        this.from = base.from;
        this.id = base.id;
        this.fields = base.fields;
        this.visible = visible;
        this.target = target;
        this.joins = base.joins;
        this.rows = base.rows;
    }

    private Shape(Shape base, String alias, String join) {
        this.from = base.from;
        this.id = base.id;
        this.fields = base.fields;
        this.visible = base.visible;
        this.target = base.target;
        this.joins = new LinkedHashMap<>(base.joins);
        this.joins.put(alias, join);
        this.rows = base.rows;
    }

    private Shape(String from, String id, Map<String, Field> fields, Supplier<String> rows) {
        this.from = from;
        this.id = id;
        this.fields = fields;
        this.visible = requester -> Sql.TRUE;
        this.target = null;
        this.joins = Map.of();
        this.rows = rows;
    }

    /**
     * A shape without fields but {@code id} and {@code representation}, which every answer has.
     *
     * @param from of the statement, with an alias: {@code fleet_device d}; joins must not multiply rows
     * @param id the column of the id: {@code d.id}
     * @param representation SQL of what people call the thing
     * @return to be filled
     */
    public static Shape of(String from, String id, String representation) {
        return of(from, id, representation, null);
    }

    /**
     * A shape of things that are in no table: each statement asks for them anew and hands them to the database, which
     * filters and sorts them as it does those of a table. For tens of things, not thousands.
     *
     * @param rows a JSON array of objects, with {@code id} and {@code representation}; safe for use by many threads
     * @param alias of the rows
     * @param columns members of the objects with their types, beyond these two: {@code state text, since timestamptz}
     * @return to be filled
     */
    public static Shape ofRows(Supplier<String> rows, String alias, String columns) {
        String from = "json_to_recordset(?::json) as " + alias + "(id bigint, representation text, " + columns + ")";
        return of(from, alias + ".id", alias + ".representation", rows);
    }

    private static Shape of(String from, String id, String representation, Supplier<String> rows) {
        Map<String, Field> fields = new LinkedHashMap<>();
        fields.put("id", Field.number("id", id));
        fields.put(
                "representation", Field.text("representation", representation).onlyShown());
        return new Shape(from, id, fields, rows);
    }

    /**
     * With more fields.
     *
     * @param more their names must be new
     * @return a copy
     */
    public Shape fields(Field... more) {
        return fields(Arrays.asList(more));
    }

    /**
     * With more fields.
     *
     * @param more their names must be new
     * @return a copy
     */
    public Shape fields(List<Field> more) {
        Map<String, Field> all = new LinkedHashMap<>(fields);
        for (Field field : more) {
            if (all.put(field.name(), field) != null) {
                throw new IllegalArgumentException("twice: " + field.name());
            }
        }
        return new Shape(this, all);
    }

    /**
     * With {@code createdAt}, {@code updatedAt}, {@code createdBy} and {@code updatedBy}.
     *
     * @param alias of the table, which has the columns {@code created_at} and so on
     * @return a copy
     */
    public Shape history(String alias) {
        return fields(
                Field.dateTime("createdAt", alias + ".created_at"),
                Field.dateTime("updatedAt", alias + ".updated_at"),
                user("createdBy", alias + ".created_by"),
                user("updatedBy", alias + ".updated_by"));
    }

    /**
     * A user.
     *
     * @param name of the field
     * @param sql the user's id
     * @return told by id and representation
     */
    public static Field user(String name, String sql) {
        return Field.reference(name, sql, "(select u.representation from platform_user_ref u where u.id = " + sql + ")")
                .target(USER);
    }

    /**
     * With some of the fields, and always {@code id} and {@code representation}.
     *
     * @param names of the fields
     * @return a copy
     */
    public Shape only(String... names) {
        Map<String, Field> some = new LinkedHashMap<>();
        some.put("id", fields.get("id"));
        some.put("representation", fields.get("representation"));
        for (String name : names) {
            Field field = fields.get(name);
            if (field == null) {
                throw new IllegalArgumentException("unknown: " + name);
            }
            some.put(name, field);
        }
        return new Shape(this, some);
    }

    /**
     * With other fields in the place of those of the same name, which stay where they are.
     *
     * @param others their names must be known
     * @return a copy
     */
    public Shape with(Field... others) {
        Map<String, Field> all = new LinkedHashMap<>(fields);
        for (Field other : others) {
            if (all.replace(other.name(), other) == null) {
                throw new IllegalArgumentException("unknown: " + other.name());
            }
        }
        return new Shape(this, all);
    }

    /**
     * With another table, which is joined only where something of it is read or asked for: a count need not join what
     * the database cannot leave out by itself, such as a table of partitions.
     *
     * @param alias of the table
     * @param join of the statement: {@code left join fleet_check_in c on ...}; must not multiply rows
     * @return a copy
     */
    public Shape join(String alias, String join) {
        return new Shape(this, alias, join);
    }

    /**
     * Where others refer to things that a user may not see, these are left out, and cannot be sent.
     *
     * @param condition by user
     * @return a copy
     */
    public Shape visible(Function<Requester, Sql> condition) {
        return new Shape(this, condition, target);
    }

    /**
     * Where the things are listed and offered, for whoever draws a form that refers to them.
     *
     * @param resource the name of the list
     * @param choices the path of the call that answers all that may be chosen; empty when there is none
     * @return a copy
     */
    public Shape target(String resource, String choices) {
        return new Shape(this, visible, new Target(resource, choices));
    }

    /**
     * Where the things are listed and offered.
     *
     * @return empty when nobody said
     */
    public Optional<Target> target() {
        return Optional.ofNullable(target);
    }

    /**
     * The fields.
     *
     * @return in order, {@code id} and {@code representation} first
     */
    public List<Field> fields() {
        return new ArrayList<>(fields.values());
    }

    /**
     * One field.
     *
     * @param name of the field
     * @return null when there is none
     */
    public Field field(String name) {
        return fields.get(name);
    }

    Sql from() {
        return fromWith(joins.isEmpty() ? from : from + " " + String.join(" ", joins.values()));
    }

    /** Without the joins that a condition does not need. */
    Sql from(Sql where) {
        StringBuilder text = new StringBuilder(from);
        joins.forEach((alias, join) -> {
            if (Pattern.compile("\\b" + alias + "\\.").matcher(where.text()).find()) {
                text.append(' ').append(join);
            }
        });
        return fromWith(text.toString());
    }

    private Sql fromWith(String text) {
        return rows == null ? Sql.of(text) : Sql.of(text, rows.get());
    }

    String id() {
        return id;
    }

    Sql visibleTo(Requester requester) {
        return visible.apply(requester);
    }
}
