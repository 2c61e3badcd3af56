// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.batch;

import java.util.List;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.ValidationException;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.resource.Batch;
import org.smartems.resource.BatchResult;
import org.smartems.resource.Call;
import org.smartems.resource.Deny;
import org.smartems.resource.Field;
import org.smartems.resource.Permission;
import org.smartems.resource.Resource;
import org.smartems.resource.Resources;
import org.smartems.resource.Shape;
import org.smartems.resource.Sql;

/** Boxes that can be heated by the hundred; operators see those without the tag 99. */
final class Boxes implements Resources {

    static final String TABLE = "drop table if exists box; create table box (id bigint primary key, heat int, tag int)";

    private final Jdbc jdbc;
    private long killer;
    private long failing;

    Boxes(Transactions transactions) {
        this.jdbc = new Jdbc(transactions);
    }

    /** Ends a piece with this box as the end of a server does: it is rolled back, and nobody hears of it. */
    void killAt(long id) {
        killer = id;
    }

    void failAt(long id) {
        failing = id;
    }

    @Override
    public List<Resource> resources() {
        return List.of(Resource.of("box", "Box", Shape.of("box b", "b.id", "'box ' || b.id"))
                .access(Permission.ADMIN, Permission.SMARTEMS)
                .scope(requester -> Sql.of("b.tag <> 99"))
                .deny(Deny.of("heat").when("hot", "b.heat >= 5"))
                .batch(Batch.of("heat")
                        .denied("heat")
                        .input(Field.integer("degrees", null).required())
                        .handle(this::heat))
                .build());
    }

    private List<BatchResult> heat(Call call, List<Long> ids) {
        int degrees = call.input().integer("degrees").getAsInt();
        if (degrees > 100) {
            throw new ValidationException(List.of(FieldError.of("degrees", "validation.tooHot")));
        }
        jdbc.update("update box set heat = heat + ? where id = any(?)", degrees, ids.toArray(Long[]::new));
        if (ids.contains(killer)) {
            throw new org.smartems.persistence.DatabaseUnavailable("gone", null);
        }
        if (ids.contains(failing)) {
            throw new IllegalStateException("this box cannot be heated");
        }
        return ids.stream().map(BatchResult::success).toList();
    }
}
