// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads things by their shapes for one request. Each kind of thing that is referred to costs one statement, whatever
 * the number of rows; what was read once is kept for the request.
 */
final class Reading {

    private final Connection connection;
    private final Requester requester;
    private final Map<Shape, Map<Long, ObjectNode>> known = new IdentityHashMap<>();

    Reading(Connection connection, Requester requester) {
        this.connection = connection;
        this.requester = requester;
    }

    Requester requester() {
        return requester;
    }

    /** The fields of a shape that the requester sees, and of which only some are wanted when any are named. */
    List<Field> fields(Shape shape, Set<String> wanted) {
        return shape.fields().stream()
                .filter(field -> field.isReadBy(requester))
                .filter(field -> wanted.isEmpty() || isStandard(field) || wanted.contains(field.name()))
                .toList();
    }

    static boolean isStandard(Field field) {
        return field.name().equals("id") || field.name().equals("representation");
    }

    /**
     * Rows with all that they refer to.
     *
     * @param extra further SQL that is answered as text by its name, null where the row has none
     * @param rest of the statement behind {@code from}: where, order, limit
     */
    List<Found> rows(Shape shape, List<Field> fields, Map<String, Sql> extra, Sql rest) {
        Select select = new Select(shape, fields, extra);
        List<Found> rows = select.run(connection, rest);
        complete(fields, rows);
        return rows;
    }

    /** Refers the rows of an open result to all that they name; for exports, which read in pieces. */
    void complete(List<Field> fields, List<Found> rows) {
        for (Field field : fields) {
            if (field.shape().isPresent()) {
                refer(field, rows);
            }
        }
    }

    /** A row, with the ids that its fields name, and what else was asked for. */
    record Found(ObjectNode object, Map<String, List<Long>> references, Map<String, String> extra) {

        long id() {
            return object.path("id").asLong();
        }
    }

    private void refer(Field field, List<Found> rows) {
        Set<Long> ids = new LinkedHashSet<>();
        rows.forEach(row -> ids.addAll(row.references().getOrDefault(field.name(), List.of())));
        Map<Long, ObjectNode> things = byId(field.shape().orElseThrow(), ids);
        for (Found row : rows) {
            List<JsonNode> found = new ArrayList<>();
            for (Long id : row.references().getOrDefault(field.name(), List.of())) {
                ObjectNode thing = things.get(id);
                if (thing != null) {
                    found.add(thing);
                }
            }
            put(field, row.object(), found);
        }
    }

    private static void put(Field field, ObjectNode object, List<JsonNode> found) {
        if (field.type() == FieldType.MANY) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            found.forEach(array::add);
            object.set(field.name(), field.mapper().apply(array));
        } else if (found.isEmpty()) {
            object.remove(field.name());
        } else {
            object.set(field.name(), field.mapper().apply(found.get(0)));
        }
    }

    /** Things by their ids, without those that the requester does not see. */
    Map<Long, ObjectNode> byId(Shape shape, Collection<Long> ids) {
        Map<Long, ObjectNode> things = known.computeIfAbsent(shape, unknown -> new HashMap<>());
        List<Long> missing = ids.stream().filter(id -> !things.containsKey(id)).toList();
        if (missing.isEmpty()) {
            return things;
        }
        missing.forEach(id -> things.put(id, null));
        Sql rest = Sql.of("where " + shape.id() + " = any(?::bigint[])", (Object) missing.toArray(Long[]::new));
        Sql visible = shape.visibleTo(requester);
        if (!visible.equals(Sql.TRUE)) {
            rest = rest.then("and").then(Sql.of("(").then(visible).then(")"));
        }
        rows(shape, fields(shape, Set.of()), Map.of(), rest).forEach(row -> things.put(row.id(), row.object()));
        return things;
    }
}
