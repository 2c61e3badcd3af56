// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * One field of a thing: where its value is, who may see it, who may send it and what it must look like. Immutable; each
 * method answers a changed copy.
 *
 * <p>A field without SQL is only sent, one without {@link #input} only answered. A field of what a route answers by
 * itself, see {@link Route#answers}, needs no SQL.
 */
public final class Field extends Sendable implements Cloneable {

    private final String name;
    private final FieldType type;
    private final String sql;
    private String label;
    private String representationSql;
    private Shape shape;
    private List<Field> members = List.of();
    private UnaryOperator<JsonNode> mapper = UnaryOperator.identity();
    private Set<Permission> readers = Set.of();
    private Target target;
    private boolean inList = true;
    private boolean onlyExported;
    private boolean sortable = true;
    private boolean filterable = true;
    private boolean defaultColumn;
    private boolean sensitive;
    private List<String> options = List.of();
    private Content content = Content.ANYTHING;
    private String reason = "";
    private InputRules rules;

    private Field(String name, FieldType type, String sql) {
        this.name = name;
        this.type = type;
        this.sql = sql;
        this.label = Labels.of(name);
        this.rules = InputRules.of(type);
    }

    /** One line. */
    public static Field text(String name, String sql) {
        return new Field(name, FieldType.TEXT, sql);
    }

    /** Any number of lines. */
    public static Field longText(String name, String sql) {
        return new Field(name, FieldType.LONG_TEXT, sql);
    }

    /** A number of 32 bits. */
    public static Field integer(String name, String sql) {
        return new Field(name, FieldType.INTEGER, sql);
    }

    /** A number of 64 bits. */
    public static Field number(String name, String sql) {
        return new Field(name, FieldType.LONG, sql);
    }

    /** True or false. */
    public static Field bool(String name, String sql) {
        return new Field(name, FieldType.BOOLEAN, sql);
    }

    /** A moment; the SQL is of type timestamptz. */
    public static Field dateTime(String name, String sql) {
        return new Field(name, FieldType.DATE_TIME, sql);
    }

    /** One of a few texts. */
    public static Field enumeration(String name, String sql, List<String> options) {
        Field field = new Field(name, FieldType.ENUM, sql);
        field.options = List.copyOf(options);
        return field;
    }

    /** Another thing, with what the shape tells of it; the SQL is its id. Costs one statement for each page. */
    public static Field one(String name, String sql, Shape shape) {
        Field field = new Field(name, FieldType.ONE, sql);
        field.shape = shape;
        return field;
    }

    /** Another thing, of which only id and representation are told; costs no statement of its own. */
    public static Field reference(String name, String sql, String representationSql) {
        Field field = new Field(name, FieldType.ONE, sql);
        field.representationSql = representationSql;
        return field;
    }

    /** Other things; the SQL is an array of their ids, in order. Costs one statement for each page. */
    public static Field many(String name, String sql, Shape shape) {
        Field field = new Field(name, FieldType.MANY, sql);
        field.shape = shape;
        return field;
    }

    /** Objects that are part of the thing; the SQL is jsonb, an array, and the members say what can be sent. */
    public static Field list(String name, String sql, Field... members) {
        Field field = new Field(name, FieldType.LIST, sql);
        field.members = List.of(members);
        return field;
    }

    /** JSON of any kind, unless it {@link #holds} only some; the SQL is jsonb. */
    public static Field json(String name, String sql) {
        return new Field(name, FieldType.JSON, sql);
    }

    /** JSON of this kind. */
    public Field holds(Content kind) {
        return with(copy -> copy.content = kind);
    }

    /** JSON of any kind, for a reason that is a part of its description. */
    public Field holdsAnything(String why) {
        return with(copy -> copy.reason = why);
    }

    /** Refers to things of another list, or is chosen by another call, than its shape says. */
    public Field target(Target other) {
        return with(copy -> copy.target = other);
    }

    /** With another name for people. */
    public Field label(String text) {
        return with(copy -> copy.label = text);
    }

    /** Answered to these alone. */
    public Field readBy(Permission... permissions) {
        return with(copy -> copy.readers = Set.of(permissions));
    }

    /** Changed after it is read; the value is never null. */
    public Field mapped(UnaryOperator<JsonNode> change) {
        return with(copy -> copy.mapper = change);
    }

    /** Answered for a single thing, not in lists. */
    public Field notInLists() {
        return with(copy -> copy.inList = false);
    }

    /** A column of exports that neither lists nor things have. */
    public Field onlyExported() {
        return with(copy -> copy.onlyExported = true);
    }

    /** Lists cannot be sorted or filtered by it. */
    public Field onlyShown() {
        return with(copy -> {
            copy.sortable = false;
            copy.filterable = false;
        });
    }

    /** Shown in lists unless people choose otherwise. */
    public Field column() {
        return with(copy -> copy.defaultColumn = true);
    }

    /** Masked on screens until people ask for it. */
    public Field sensitive() {
        return with(copy -> copy.sensitive = true);
    }

    private Field with(Consumer<Field> change) {
        try {
            Field copy = (Field) clone();
            change.accept(copy);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    Field withRules(Consumer<InputRules> change) {
        return with(copy -> copy.rules = rules.with(change));
    }

    /** Its name in requests and answers. */
    public String name() {
        return name;
    }

    /** What it holds. */
    public FieldType type() {
        return type;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }

    /** Whether it is answered at all, and to whom. */
    public boolean isReadBy(Requester requester) {
        return sql != null && !onlyExported && requester.hasAny(readers);
    }

    /** Whether somebody may send it. */
    public boolean isWrittenBy(Requester requester, In when) {
        return rules.isSent(when) && requester.hasAny(rules.writers());
    }

    /** To whom it is answered; empty for everybody. */
    public Set<Permission> readers() {
        return readers;
    }

    /** What it must look like when it is sent. */
    public InputRules rules() {
        return rules;
    }

    /** The texts of an enumeration. */
    public List<String> options() {
        return options;
    }

    /** What is told of the other things. */
    public Optional<Shape> shape() {
        return Optional.ofNullable(shape);
    }

    /** What JSON holds. */
    public Content content() {
        return content;
    }

    /** Why JSON may hold anything; empty where it may not. */
    public String reason() {
        return reason;
    }

    /** Where the other things are listed and offered; of an enumeration, where its texts are. */
    public Optional<Target> target() {
        return target == null ? shape().flatMap(Shape::target) : Optional.of(target);
    }

    /** What the objects of a list hold. */
    public List<Field> members() {
        return members;
    }

    /** Whether it is answered in lists. */
    public boolean isInLists() {
        return sql != null && inList && !onlyExported;
    }

    /** Whether it can be a column of somebody's exports. */
    public boolean isExportedTo(Requester requester) {
        return sql != null && inList && requester.hasAny(readers);
    }

    /** Whether it is a column of exports that neither lists nor things have. */
    public boolean isOnlyExported() {
        return onlyExported;
    }

    /** Whether a list can be sorted by it. */
    public boolean isSortable() {
        return sortable && isInLists() && type.isSortable();
    }

    /** Whether a list can be filtered by it. */
    public boolean isFilterable() {
        return filterable && isInLists() && type.isFilterable();
    }

    /** Whether lists show it by default. */
    public boolean isColumn() {
        return defaultColumn;
    }

    /** Whether screens mask it. */
    public boolean isSensitive() {
        return sensitive;
    }

    String sql() {
        return sql;
    }

    /** What a list is sorted by: of another thing its representation. */
    String sortSql() {
        return representationSql == null ? sql : representationSql;
    }

    String representationSql() {
        return representationSql;
    }

    UnaryOperator<JsonNode> mapper() {
        return mapper;
    }
}
