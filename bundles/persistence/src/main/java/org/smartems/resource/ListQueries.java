// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.ValidationException;

/** Reads the bodies of lists; collects every fault before it complains. */
final class ListQueries {

    private static final int MOST_FILTERS = 100;
    private static final int MOST_SORTINGS = 20;
    private static final Set<String> PAGED = Set.of("page", "rowsPerPage", "sorting", "filters", "fields");
    private static final Set<String> EXPORTED = Set.of("sorting", "filters", "fields", "filename", "sheetName");

    private final Resource resource;
    private final Requester requester;
    private final JsonNode body;
    private final List<FieldError> errors = new ArrayList<>();

    ListQueries(Resource resource, Call call) {
        this.resource = resource;
        this.requester = call.requester();
        this.body = call.body();
    }

    ListQuery page() {
        extra(PAGED);
        int page = number("page", 1, Integer.MAX_VALUE);
        int rowsPerPage = number("rowsPerPage", ListQuery.DEFAULT_ROWS, ListQuery.MOST_ROWS);
        Set<String> filtered = new LinkedHashSet<>();
        ListQuery query = new ListQuery(page, rowsPerPage, sortings(), conditions(filtered), filtered, fields());
        throwIfAny();
        return query;
    }

    /** All rows, in the order and with the filters of the body. */
    ListQuery export() {
        extra(EXPORTED);
        Set<String> filtered = new LinkedHashSet<>();
        ListQuery query = new ListQuery(1, ListQuery.MOST_ROWS, sortings(), conditions(filtered), filtered, Set.of());
        throwIfAny();
        return query;
    }

    List<ListQuery.Sorting> sortings() {
        List<ListQuery.Sorting> sortings = new ArrayList<>();
        JsonNode array = body.path("sorting");
        if (!array.isArray() && !isAbsent(array) || array.size() > MOST_SORTINGS) {
            errors.add(FieldError.of("sorting", "validation.countMax").with("limit", MOST_SORTINGS));
            return sortings;
        }
        for (int i = 0; i < array.size(); i++) {
            String path = "sorting." + i;
            String field = array.path(i).path("field").asText("");
            String direction = array.path(i).path("direction").asText("asc");
            if (!resource.sortings(requester).contains(field)) {
                errors.add(choice(path + ".field"));
            } else if (!direction.equals("asc") && !direction.equals("desc")) {
                errors.add(FieldError.of(path + ".direction", "validation.enum"));
            } else {
                sortings.add(new ListQuery.Sorting(field, direction.equals("desc")));
            }
        }
        return sortings;
    }

    void throwIfAny() {
        if (!errors.isEmpty()) {
            throw new ValidationException(errors);
        }
    }

    private List<Sql> conditions(Set<String> filtered) {
        JsonNode filters = body.path("filters");
        List<Sql> conditions = new ArrayList<>();
        if (!filters.isContainerNode() && !isAbsent(filters) || filters.size() > MOST_FILTERS) {
            errors.add(FieldError.of("filters", "validation.countMax").with("limit", MOST_FILTERS));
            return conditions;
        }
        Elements.of(filters).forEach((key, filter) -> condition("filters." + key, filter, filtered)
                .ifPresent(conditions::add));
        return conditions;
    }

    private Optional<Sql> condition(String path, JsonNode node, Set<String> filtered) {
        String field = node.path("filterBy").asText("");
        Filter filter = resource.filters(requester).stream()
                .filter(known -> known.name().equals(field))
                .findFirst()
                .orElse(null);
        FilterType type = FilterType.of(node.path("filterType").asText("")).orElse(null);
        if (filter == null) {
            errors.add(choice(path + ".filterBy"));
        }
        if (type == null) {
            errors.add(FieldError.of(path + ".filterType", "validation.enum"));
        }
        if (filter == null || type == null) {
            return Optional.empty();
        }
        if (!filter.types().contains(type)) {
            errors.add(choice(path + ".filterType"));
            return Optional.empty();
        }
        filtered.add(field);
        return compared(path + ".filterValue", filter, type, node.path("filterValue"));
    }

    private Optional<Sql> compared(String path, Filter filter, FilterType type, JsonNode value) {
        boolean mayMiss = type == FilterType.BOOLEAN || type == FilterType.EQUAL_MULTIPLE;
        if (isAbsent(value) && !mayMiss) {
            errors.add(FieldError.of(path, "validation.required"));
            return Optional.empty();
        }
        if (isAbsent(value) && type == FilterType.BOOLEAN) {
            return Optional.of(filter.condition().apply(type, false));
        }
        Optional<Object> read = Comparisons.value(filter.type(), type, value);
        if (read.isEmpty()) {
            errors.add(choice(path));
        }
        return read.map(known -> filter.condition().apply(type, known));
    }

    private Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>();
        JsonNode array = body.path("fields");
        for (int i = 0; i < array.size(); i++) {
            Field field = resource.shape().field(array.path(i).asText(""));
            if (field != null && field.isReadBy(requester)) {
                fields.add(field.name());
            } else if (!array.path(i).asText("").equals("deny")) {
                errors.add(choice("fields." + i));
            } else {
                fields.add("deny");
            }
        }
        return fields;
    }

    private int number(String member, int missing, int most) {
        JsonNode node = body.path(member);
        if (isAbsent(node)) {
            return missing;
        }
        if (!node.canConvertToInt() || !node.isIntegralNumber()) {
            errors.add(FieldError.of(member, "validation.integer"));
            return missing;
        }
        if (node.intValue() < 1 || node.intValue() > most) {
            boolean small = node.intValue() < 1;
            errors.add(FieldError.of(member, small ? "validation.rangeMin" : "validation.rangeMax")
                    .with("limit", small ? 1 : most));
            return missing;
        }
        return node.intValue();
    }

    private void extra(Set<String> members) {
        List<String> extra = new ArrayList<>();
        body.fieldNames().forEachRemaining(name -> {
            if (!members.contains(name)) {
                extra.add(name);
            }
        });
        if (!extra.isEmpty()) {
            errors.add(FieldError.of("", "validation.extraFields").with("fields", String.join(", ", extra)));
        }
    }

    private static FieldError choice(String path) {
        return FieldError.of(path, "validation.choice");
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
