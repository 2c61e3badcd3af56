// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.PersistenceException;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.ValidationException;

/** Writes all rows of a list to a file, in pieces, so that memory does not grow with the list. */
final class Exports {

    private static final int PIECE = 1000;
    private static final int LONGEST_SHEET_NAME = 30;
    private static final String FORBIDDEN_IN_SHEET_NAMES = "[\\\\/*?:\\[\\]]";

    private final Engine engine;
    private final Resource resource;
    private final Shape shape;
    private final Call call;

    private Exports(Engine engine, Resource resource, Shape shape, Call call) {
        this.engine = engine;
        this.resource = resource;
        this.shape = shape;
        this.call = call;
    }

    /** A column of the file. */
    private record Column(String field, String label) {}

    static Route route(Resource resource, Shape shape, String format) {
        return Route.post("export/" + format)
                .readsBody()
                .answers(Route.Answer.FILE)
                .summary("Export as " + format)
                .handledBy((engine, route, call) ->
                        new Exports(engine, route.resource(), shape, call).file(engine.format(format)))
                .of(resource);
    }

    private Result file(ExportFormat format) {
        ListQuery query = new ListQueries(resource, call).export();
        List<Column> columns = columns();
        String name = fileName();
        String sheet = sheetName(name);
        List<String> labels = columns.stream().map(Column::label).toList();
        try (ExportFormat.Writer writer = format.begin(sheet, labels)) {
            write(query, columns, writer);
            return Result.file(writer.end(), name + "." + format.extension(), format.mediaType());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        List<FieldError> errors = new ArrayList<>();
        JsonNode fields = call.body().path("fields");
        if (!fields.isArray() || fields.isEmpty()) {
            errors.add(FieldError.of("fields", "validation.countMin").with("limit", 1));
        }
        for (int i = 0; i < fields.size(); i++) {
            String name = fields.get(i).path("field").asText("");
            Field field = shape.field(name);
            if (field == null || !field.isExportedTo(call.requester())) {
                errors.add(FieldError.of("fields." + i + ".field", "validation.choice"));
            } else {
                columns.add(new Column(name, fields.get(i).path("label").asText(field.label())));
            }
        }
        if (!errors.isEmpty()) {
            throw new ValidationException(errors);
        }
        return columns;
    }

    private String fileName() {
        String name = call.body().path("filename").asText("").strip();
        if (name.isEmpty()) {
            throw new ValidationException(List.of(FieldError.of("filename", "validation.required")));
        }
        if (name.length() > 200) {
            throw new ValidationException(
                    List.of(FieldError.of("filename", "validation.lengthMax").with("limit", 200)));
        }
        return name.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|]", "_");
    }

    private String sheetName(String fileName) {
        String name = call.body().path("sheetName").asText("");
        if (name.isEmpty()) {
            String plain = fileName.replaceAll(FORBIDDEN_IN_SHEET_NAMES, "_");
            return plain.substring(0, Math.min(plain.length(), LONGEST_SHEET_NAME));
        }
        if (name.length() > LONGEST_SHEET_NAME) {
            throw new ValidationException(List.of(FieldError.of("sheetName", "validation.exportExcel.sheetName.tooLong")
                    .with("limit", LONGEST_SHEET_NAME)));
        }
        if (!name.replaceAll(FORBIDDEN_IN_SHEET_NAMES, "").equals(name)) {
            throw new ValidationException(
                    List.of(FieldError.of("sheetName", "validation.exportExcel.sheetName.invalidCharacters")));
        }
        return name;
    }

    /** A cursor gives the rows; what they refer to is read for each piece. */
    private void write(ListQuery query, List<Column> columns, ExportFormat.Writer writer) throws IOException {
        Lists lists = engine.lists();
        Set<String> names = columns.stream().map(Column::field).collect(Collectors.toSet());
        Reading reading = new Reading(engine.transactions().connection(), call.requester());
        List<Field> fields = shape.fields().stream()
                .filter(field -> names.contains(field.name()) || Reading.isStandard(field))
                .toList();
        Sql where = lists.where(resource, call.requester(), query, lists.from(resource, query));
        Sql rest = Sql.of("where").then(where).then(lists.orderBy(resource, lists.order(resource, query), false));
        Select select = new Select(shape, fields, Map.of());
        try (PreparedStatement statement =
                Statements.prepare(engine.transactions().connection(), select.statement(rest))) {
            statement.setFetchSize(PIECE);
            try (ResultSet rows = statement.executeQuery()) {
                boolean more = true;
                while (more) {
                    List<Reading.Found> piece = new ArrayList<>();
                    while (piece.size() < PIECE && (more = rows.next())) {
                        piece.add(select.read(rows));
                    }
                    reading.complete(fields, piece);
                    write(piece, columns, writer);
                }
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private void write(List<Reading.Found> piece, List<Column> columns, ExportFormat.Writer writer) throws IOException {
        for (Reading.Found row : piece) {
            List<Object> cells = new ArrayList<>();
            for (Column column : columns) {
                cells.add(Cells.of(resource, column.field(), row.object().path(column.field())));
            }
            writer.row(cells);
        }
    }
}
