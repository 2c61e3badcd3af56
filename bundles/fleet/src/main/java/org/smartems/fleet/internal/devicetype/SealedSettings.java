// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.devicetype;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManagerFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.internal.store.Json;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.persistence.encryption.SealedValues;

/** The secret settings of all device types; there are so few that they are sealed at once. */
@Component
public final class SealedSettings implements SealedValues {

    private static final TypeReference<Map<String, Object>> SETTINGS = new TypeReference<>() {};

    private final Transactions transactions;
    private final ProcedureSettings settings;

    private record Stored(long id, Map<String, Object> settings) {}

    /** Active once the tables are there, which the unit tells. */
    @Activate
    public SealedSettings(
            @Reference Transactions transactions,
            @Reference ProcedureSettings settings,
            @Reference(target = "(osgi.unit.name=fleet)") EntityManagerFactory unit) {
        this(transactions, settings);
    }

    SealedSettings(Transactions transactions, ProcedureSettings settings) {
        this.transactions = transactions;
        this.settings = settings;
    }

    @Override
    public String table() {
        return ProcedureSettings.TABLE;
    }

    @Override
    public int reseal(int limit) {
        Jdbc jdbc = new Jdbc(transactions);
        List<Stored> all = jdbc.list(
                "select id, procedure_settings from fleet_device_type"
                        + " where procedure_settings::text like '%\"sealed\"%' for update skip locked",
                row -> new Stored(row.getLong(1), Json.read(row.getString(2), SETTINGS)));
        int resealed = 0;
        for (Stored stored : all) {
            Map<String, Object> anew = settings.resealed(stored.id(), stored.settings());
            if (!anew.equals(stored.settings())) {
                resealed += jdbc.update(
                        "update fleet_device_type set procedure_settings = ? where id = ?",
                        Json.parameter(anew),
                        stored.id());
            }
        }
        return resealed;
    }
}
