// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.devicetype;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.ValidationException;
import org.smartems.fleet.devicetype.DeviceTypeForm;
import org.smartems.fleet.devicetype.DeviceTypes;
import org.smartems.fleet.internal.Violations;
import org.smartems.fleet.internal.device.Identification;
import org.smartems.fleet.internal.firmware.Versionings;
import org.smartems.fleet.internal.procedure.Authenticators;
import org.smartems.fleet.internal.procedure.Procedures;
import org.smartems.spi.procedure.ProcedureDescription;
import org.smartems.spi.schema.Settings;

/** All rules of device types. Needs the caller's transaction. */
@Component(service = DeviceTypeRules.class)
public final class DeviceTypeRules {

    private final StoredDeviceTypes stored;
    private final Procedures procedures;
    private final Authenticators authenticators;
    private final Versionings versionings;
    private final Identification identification;

    @Activate
    public DeviceTypeRules(
            @Reference StoredDeviceTypes stored,
            @Reference Procedures procedures,
            @Reference Authenticators authenticators,
            @Reference Versionings versionings,
            @Reference Identification identification) {
        this.stored = stored;
        this.procedures = procedures;
        this.authenticators = authenticators;
        this.versionings = versionings;
        this.identification = identification;
    }

    /**
     * Checks a completed form.
     *
     * @param settings of the procedure, with stored secrets
     * @param id of the type that is edited, or 0
     */
    void check(DeviceTypeForm form, ProcedureDescription procedure, Map<String, Object> settings, long id) {
        Violations violations = new Violations();
        new FormRules(violations).check(form);
        List<DeviceTypeForm> others = others(id);
        violations.require(isUnique(form, others, DeviceTypeForm::name), "name", "uniqueEntity");
        violations.require(
                isUnique(form, others, DeviceTypeForm::certificateCommonNamePrefix),
                "certificateCommonNamePrefix",
                "uniqueEntity");
        new CapabilityRules(procedure, identification.of(procedure), violations).check(form);
        violations.require(versionings.find(form.firmwareVersioning()).isPresent(), "firmwareVersioning", "enum");
        if (!procedure.id().equals(DeviceTypes.NO_PROCEDURE)
                && !form.routePrefix().isBlank()) {
            Routes.of(form.routePrefix(), procedure).check(routes(others), violations);
        }
        new OptionRules(authenticators::has, violations).check(form.capabilities(), form.options());
        checkSettings(procedure, settings, violations);
        violations.throwIfAny();
    }

    /**
     * Checks completed options.
     *
     * @param form of the type, with the new options
     * @param procedure of the type, when it is installed
     * @param settings of the procedure, with stored secrets
     */
    void checkOptions(DeviceTypeForm form, Optional<ProcedureDescription> procedure, Map<String, Object> settings) {
        Violations violations = new Violations();
        new OptionRules(authenticators::has, violations).check(form.capabilities(), form.options());
        CapabilityRules.checkSignal(form.capabilities(), form.options(), violations);
        procedure.ifPresent(description -> checkSettings(description, settings, violations));
        violations.throwIfAny();
    }

    /** Whether no other type is called there. */
    boolean isFree(String routePrefix, ProcedureDescription procedure) {
        Violations violations = new Violations();
        Routes.of(routePrefix, procedure).check(routes(others(0)), violations);
        return violations.isEmpty();
    }

    private List<DeviceTypeForm> others(long id) {
        return stored.all().stream()
                .filter(type -> id == 0 || type.id() != id)
                .map(type -> type.form(Map.of()))
                .toList();
    }

    private List<Routes> routes(List<DeviceTypeForm> types) {
        return types.stream()
                .filter(type -> !type.communicationProcedure().equals(DeviceTypes.NO_PROCEDURE))
                .map(type -> procedures
                        .find(type.communicationProcedure())
                        .map(procedure -> Routes.of(type.routePrefix(), procedure))
                        .orElseGet(() -> Routes.of(type.routePrefix())))
                .toList();
    }

    private static boolean isUnique(
            DeviceTypeForm form, List<DeviceTypeForm> others, Function<DeviceTypeForm, String> text) {
        return others.stream().map(text).noneMatch(text.apply(form)::equals);
    }

    private static void checkSettings(
            ProcedureDescription procedure, Map<String, Object> settings, Violations violations) {
        try {
            Settings.of(procedure.settings(), settings);
        } catch (ValidationException e) {
            e.errors().forEach(error -> violations.add(below(error)));
        }
    }

    private static FieldError below(FieldError error) {
        FieldError moved = FieldError.of("procedureSettings." + error.path(), error.message());
        for (Map.Entry<String, Object> parameter : error.parameters().entrySet()) {
            moved = moved.with(parameter.getKey(), parameter.getValue());
        }
        return moved;
    }
}
