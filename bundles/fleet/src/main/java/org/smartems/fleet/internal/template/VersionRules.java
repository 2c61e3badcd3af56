// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.template;

import java.util.Map;
import java.util.Set;
import org.smartems.fleet.Scope;
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.internal.Violations;
import org.smartems.fleet.internal.access.Tags;
import org.smartems.fleet.internal.device.WorkFlags;
import org.smartems.fleet.internal.variable.VariableRules;
import org.smartems.fleet.template.Templates.VersionChange;
import org.smartems.fleet.template.VersionForm;
import org.smartems.persistence.Jdbc;
import org.smartems.spi.procedure.Capability;

/** Rules of template versions. */
final class VersionRules {

    private static final int DESCRIPTION_LENGTH = 65_535;

    private final DeviceType type;
    private final Jdbc jdbc;
    private final Tags tags;
    private final Violations violations = new Violations();

    /** For the versions of templates of a type, in the caller's transaction. */
    VersionRules(DeviceType type, Jdbc jdbc, Tags tags) {
        this.type = type;
        this.jdbc = jdbc;
        this.tags = tags;
    }

    /**
     * The form as it is to be stored.
     *
     * @param stored access tags that the version has
     */
    VersionForm checked(Scope scope, Set<Long> stored, VersionChange change) {
        VersionForm form = stripped(change.form());
        Set<Long> accessTags = tags.ofOther(scope, form.accessTags(), stored, violations);
        tags.requireLabels("deviceLabels", form.deviceLabels(), violations);
        check(form, change.reinstall());
        return new VersionForm(
                form.name(),
                form.description(),
                form.deviceDescription(),
                form.configs(),
                form.firmware(),
                form.variables(),
                accessTags,
                form.deviceLabels());
    }

    private static VersionForm stripped(VersionForm form) {
        return new VersionForm(
                form.name().strip(),
                form.description().strip(),
                form.deviceDescription().strip(),
                form.configs(),
                form.firmware(),
                form.variables(),
                form.accessTags(),
                form.deviceLabels());
    }

    private void check(VersionForm form, Set<WorkFlag> reinstall) {
        violations.required("name", form.name());
        violations.length("description", form.description(), DESCRIPTION_LENGTH);
        violations.length("deviceDescription", form.deviceDescription(), DESCRIPTION_LENGTH);
        checkParts("config", form.configs());
        checkParts("firmware", form.firmware());
        VariableRules.check(type, form.variables(), "templateVersion", violations);
        checkFlags(reinstall);
    }

    void checkFlags(Set<WorkFlag> reinstall) {
        WorkFlags.check(type, reinstall, "templateVersion", violations);
        violations.throwIfAny();
    }

    /** Of one kind: config or firmware. */
    private void checkParts(String kind, Map<Integer, Long> parts) {
        parts.forEach((slot, id) -> {
            Capability capability = kind.equals("config") ? Capability.config(slot) : Capability.firmware(slot);
            if (!type.has(capability)) {
                violations.add(kind + slot, "templateVersion." + kind + slot + "Disabled");
                return;
            }
            jdbc.first(
                            "select device_type_id, slot from fleet_" + kind + " where id = ?",
                            row -> new long[] {row.getLong(1), row.getLong(2)},
                            id)
                    .ifPresentOrElse(
                            found -> checkPart(kind, slot, found),
                            () -> violations.add(kind + slot, "templateVersion." + kind + "Invalid"));
        });
    }

    private void checkPart(String kind, int slot, long... found) {
        violations.require(found[0] == type.id(), kind + slot, "templateVersion." + kind + "InvalidDeviceType");
        violations.require(found[1] == slot, kind + slot, "templateVersion." + kind + "InvalidFeature");
    }
}
