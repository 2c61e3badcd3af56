// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.persistence.PersistenceException;

/** One statement that reads fields of a shape. */
final class Select {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final List<Field> fields;
    private final Map<String, Sql> extra;
    private final Sql head;

    Select(Shape shape, List<Field> fields, Map<String, Sql> extra) {
        this.fields = fields;
        this.extra = extra;
        List<String> columns = new ArrayList<>();
        for (Field field : fields) {
            columns.add(field.sql());
            if (field.representationSql() != null) {
                columns.add(field.representationSql());
            }
        }
        Sql select = Sql.of("select " + String.join(", ", columns));
        for (Sql more : extra.values()) {
            select = select.then(",").then(more);
        }
        head = select.then("from").then(shape.from());
    }

    List<Reading.Found> run(Connection connection, Sql rest) {
        try (PreparedStatement statement = Statements.prepare(connection, head.then(rest));
                ResultSet rows = statement.executeQuery()) {
            List<Reading.Found> found = new ArrayList<>();
            while (rows.next()) {
                found.add(read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    Sql statement(Sql rest) {
        return head.then(rest);
    }

    Reading.Found read(ResultSet row) throws SQLException {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        Map<String, List<Long>> references = new HashMap<>();
        int column = 1;
        for (Field field : fields) {
            if (field.shape().isPresent()) {
                references.put(field.name(), ids(row, column, field));
                // keeps the place of the member
                object.set(field.name(), NullNode.getInstance());
            } else if (field.representationSql() != null) {
                inline(row, column, field, object);
                column++;
            } else {
                JsonNode value = value(row, column, field);
                if (value != null) {
                    object.set(field.name(), field.mapper().apply(value));
                }
            }
            column++;
        }
        Map<String, String> texts = new HashMap<>();
        for (String name : extra.keySet()) {
            texts.put(name, row.getString(column++));
        }
        return new Reading.Found(object, references, texts);
    }

    private static void inline(ResultSet row, int column, Field field, ObjectNode object) throws SQLException {
        long id = row.getLong(column);
        if (row.wasNull()) {
            return;
        }
        ObjectNode reference = object.putObject(field.name());
        reference.put("id", id);
        String representation = row.getString(column + 1);
        reference.put("representation", representation == null ? "" : representation);
    }

    private static List<Long> ids(ResultSet row, int column, Field field) throws SQLException {
        if (field.type() == FieldType.ONE) {
            long id = row.getLong(column);
            return row.wasNull() ? List.of() : List.of(id);
        }
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((Long[]) array.getArray());
    }

    private static JsonNode value(ResultSet row, int column, Field field) throws SQLException {
        return switch (field.type()) {
            case BOOLEAN -> BooleanNode.valueOf(row.getBoolean(column));
            case INTEGER, LONG, ONE -> {
                long number = row.getLong(column);
                yield row.wasNull() ? null : LongNode.valueOf(number);
            }
            case DATE_TIME -> {
                Timestamp moment = row.getTimestamp(column);
                yield moment == null ? null : TextNode.valueOf(MOMENT.format(moment.toInstant()));
            }
            case LIST, JSON -> json(row.getString(column));
            default -> {
                String text = row.getString(column);
                yield text == null ? null : TextNode.valueOf(text);
            }
        };
    }

    private static JsonNode json(String text) {
        try {
            return text == null ? null : MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored JSON cannot be read", e);
        }
    }
}
