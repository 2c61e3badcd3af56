// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.ValidationException;

/** Refuses ids of things that do not exist for the requester; one statement for each field that names some. */
final class References {

    private final Connection connection;
    private final Requester requester;

    References(Connection connection, Requester requester) {
        this.connection = connection;
        this.requester = requester;
    }

    void check(List<Field> fields, Input input) {
        List<FieldError> errors = new ArrayList<>();
        for (Field field : fields) {
            List<Long> ids = new ArrayList<>(input.ids(field.name()));
            if (field.type() == FieldType.ONE) {
                input.number(field.name()).ifPresent(ids::add);
            }
            if (field.shape().isPresent()
                    && !ids.isEmpty()
                    && !exist(field.shape().get(), ids)) {
                errors.add(FieldError.of(field.name(), "validation.choice"));
            }
        }
        if (!errors.isEmpty()) {
            throw new ValidationException(errors);
        }
    }

    private boolean exist(Shape shape, List<Long> ids) {
        Sql where = Sql.of("where " + shape.id() + " = any(?::bigint[])", (Object) ids.toArray(Long[]::new));
        Sql visible = shape.visibleTo(requester);
        Sql rest = visible.equals(Sql.TRUE)
                ? where
                : where.then("and (").then(visible).then(")");
        Set<Long> found = new HashSet<>();
        new Reading(connection, requester)
                .rows(shape.only(), List.of(shape.field("id")), Map.of(), rest)
                .forEach(row -> found.add(row.id()));
        return found.containsAll(ids);
    }
}
