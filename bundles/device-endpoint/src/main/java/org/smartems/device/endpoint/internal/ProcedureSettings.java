// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.ValidationException;
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.spi.procedure.ProcedureDescription;
import org.smartems.spi.schema.Settings;

/**
 * Stored values of device types, checked once for each state of the type and the procedure. What a new version of a
 * procedure no longer takes has its default, so that no device is sent away.
 */
final class ProcedureSettings {

    private static final Logger LOG = LoggerFactory.getLogger(ProcedureSettings.class);

    private final Map<Long, Checked> byType = new ConcurrentHashMap<>();

    /**
     * Settings of a device type.
     *
     * @param errors what of the stored values breaks a rule
     */
    record Checked(DeviceType type, ProcedureDescription procedure, Settings settings, List<FieldError> errors) {

        String errorText() {
            return errors.stream()
                    .map(error -> error.path() + " " + error.message())
                    .collect(Collectors.joining(", "));
        }
    }

    /**
     * The settings of a type.
     *
     * @throws ValidationException when a required setting without a default has no value that can be used
     */
    Checked of(DeviceType type, ProcedureDescription procedure) {
        Checked known = byType.get(type.id());
        if (known != null && known.type() == type && known.procedure() == procedure) {
            return known;
        }
        Checked checked = check(type, procedure);
        byType.put(type.id(), checked);
        if (!checked.errors().isEmpty()) {
            LOG.warn(
                    "Settings of device type {} that procedure {} does not take have their defaults: {}",
                    type.name(),
                    procedure.id(),
                    checked.errorText());
        }
        return checked;
    }

    private static Checked check(DeviceType type, ProcedureDescription procedure) {
        try {
            Settings settings = Settings.of(procedure.settings(), type.procedureSettings());
            return new Checked(type, procedure, settings, List.of());
        } catch (ValidationException e) {
            Map<String, Object> rest = new HashMap<>(type.procedureSettings());
            e.errors().forEach(error -> rest.remove(error.path()));
            return new Checked(type, procedure, Settings.of(procedure.settings(), rest), e.errors());
        }
    }
}
