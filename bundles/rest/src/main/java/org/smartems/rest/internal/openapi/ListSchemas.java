// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.smartems.resource.Content;
import org.smartems.resource.Field;
import org.smartems.resource.Filter;
import org.smartems.resource.FilterType;
import org.smartems.resource.Requester;
import org.smartems.resource.Resource;

/** Schemas of pages, queries and exports of a list, as somebody may ask for them. */
final class ListSchemas {

    private static final int MOST_ROWS = 10_000;
    private static final int LONGEST_FILE_NAME = 200;
    private static final int LONGEST_SHEET_NAME = 30;

    private final Resource resource;
    private final Requester reader;
    private final Components components;
    private final String name;

    ListSchemas(Resource resource, Requester reader, Components components) {
        this.resource = resource;
        this.reader = reader;
        this.components = components;
        this.name = Names.component(resource.name());
    }

    /** A row, which is also the answer of most other operations. */
    ObjectNode row() {
        return components.schema(name, () -> {
            ObjectNode row = new FieldSchemas(reader, components)
                    .answered(resource.shape().fields());
            if (!resource.denies().isEmpty()) {
                Schema.property(row, "deny", deny());
            }
            return row;
        });
    }

    private ObjectNode deny() {
        ObjectNode deny = Schema.object();
        resource.denies().forEach(key -> {
            List<String> labels = key.codes().stream().map(resource::denyLabel).toList();
            Schema.property(deny, key.key(), Schema.texts(labels));
        });
        return Schema.described(deny, "Why actions are refused for this row now; those that are allowed are left out");
    }

    ObjectNode page() {
        return components.schema(name + "Page", () -> {
            ObjectNode page = Schema.object();
            Schema.property(page, "results", Schema.array(row()));
            Schema.property(
                    page,
                    "rowCount",
                    Schema.described(Schema.of("integer", "int64"), "Rows that the filters let through"));
            Schema.property(
                    page,
                    "rowCountExact",
                    Schema.described(Schema.of("boolean"), "False when rowCount is an estimate"));
            Schema.property(
                    page,
                    "createdAtFrom",
                    Schema.described(
                            Schema.of("string", "date-time"), "Where a log begins that is cut to its last days"));
            Schema.require(page, "results");
            Schema.require(page, "rowCount");
            return page;
        });
    }

    ObjectNode query() {
        return components.schema(name + "Query", () -> {
            ObjectNode query = selection();
            Schema.property(
                    query,
                    "page",
                    Schema.of("integer", "int32").put("minimum", 1).put("default", 1));
            Schema.property(
                    query,
                    "rowsPerPage",
                    Schema.of("integer", "int32")
                            .put("minimum", 1)
                            .put("maximum", MOST_ROWS)
                            .put("default", 10));
            Schema.property(
                    query,
                    "fields",
                    Schema.described(Schema.array(Schema.texts(shown())), "Limits a row to these members"));
            return query;
        });
    }

    ObjectNode export(boolean withSheet) {
        return components.schema(name + (withSheet ? "ExcelExport" : "CsvExport"), () -> {
            ObjectNode export = selection();
            ObjectNode column = Schema.closed();
            Schema.property(column, "field", Schema.texts(exported()));
            Schema.property(column, "label", Schema.described(Schema.of("string"), "Head of the column"));
            Schema.require(column, "field");
            Schema.property(export, "fields", Schema.array(column).put("minItems", 1));
            Schema.property(export, "filename", Schema.of("string").put("maxLength", LONGEST_FILE_NAME));
            if (withSheet) {
                Schema.property(export, "sheetName", Schema.of("string").put("maxLength", LONGEST_SHEET_NAME));
            }
            Schema.require(export, "fields");
            Schema.require(export, "filename");
            return export;
        });
    }

    private List<String> shown() {
        return resource.shape().fields().stream()
                .filter(field -> field.isInLists() && field.isReadBy(reader))
                .map(Field::name)
                .toList();
    }

    private List<String> exported() {
        return resource.shape().fields().stream()
                .filter(field -> field.isExportedTo(reader))
                .map(Field::name)
                .toList();
    }

    private ObjectNode selection() {
        ObjectNode selection = Schema.closed();
        if (!resource.sortings(reader).isEmpty()) {
            Schema.property(selection, "sorting", sorting());
        }
        if (!resource.filters(reader).isEmpty()) {
            Schema.property(selection, "filters", filters());
        }
        return selection;
    }

    ObjectNode sorting() {
        return Schema.array(components.schema(name + "Sorting", () -> {
            ObjectNode sorting = Schema.closed();
            Schema.property(sorting, "field", Schema.texts(resource.sortings(reader)));
            Schema.property(sorting, "direction", Schema.texts(List.of("asc", "desc")));
            Schema.require(sorting, "field");
            Schema.require(sorting, "direction");
            return sorting;
        }));
    }

    private ObjectNode filters() {
        ObjectNode filter = components.schema(name + "Filter", this::filter);
        ObjectNode named = Schema.byName(filter.deepCopy());
        return Schema.described(
                Schema.oneOf(Schema.array(filter), named), "All must hold; in an object any name may be used");
    }

    private ObjectNode filter() {
        List<Filter> filters = resource.filters(reader);
        List<FilterType> used = Arrays.stream(FilterType.values())
                .filter(type ->
                        filters.stream().anyMatch(filter -> filter.types().contains(type)))
                .toList();
        ObjectNode schema = Schema.closed();
        Schema.property(
                schema,
                "filterBy",
                Schema.described(
                        Schema.texts(filters.stream().map(Filter::name).toList()),
                        filters.stream().map(ListSchemas::comparisons).collect(Collectors.joining("\n"))));
        Schema.property(
                schema,
                "filterType",
                Schema.texts(used.stream().map(FilterType::id).toList()));
        Schema.property(
                schema,
                "filterValue",
                Schema.described(filterValue(), "Needed but for boolean and equalMultiple, which takes an array"));
        Schema.require(schema, "filterBy");
        Schema.require(schema, "filterType");
        return schema;
    }

    private ObjectNode filterValue() {
        return components.schema("FilterValue", () -> {
            ObjectNode value = components.content(Content.VALUE);
            return Schema.oneOf(value, Schema.array(value.deepCopy()));
        });
    }

    private static String comparisons(Filter filter) {
        return "- " + filter.name() + ": "
                + filter.types().stream().map(FilterType::id).collect(Collectors.joining(", "));
    }
}
