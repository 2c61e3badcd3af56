// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.device;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.Scope;
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.fleet.device.DeviceForm;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.internal.Violations;
import org.smartems.fleet.internal.access.Tags;
import org.smartems.fleet.internal.template.StoredTemplates;
import org.smartems.fleet.internal.variable.VariableRules;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.FieldRequirement;

/** Rules of devices. Needs the caller's transaction. */
@Component(service = DeviceRules.class)
public final class DeviceRules {

    /** A requirement makes these unique, too. */
    private static final Set<DeviceField> UNIQUE = Set.of(
            DeviceField.SERIAL_NUMBER, DeviceField.IMSI, DeviceField.REGISTRATION_ID, DeviceField.ENDORSEMENT_KEY);

    private static final Set<DeviceField> LONG = Set.of(DeviceField.REGISTRATION_ID, DeviceField.ENDORSEMENT_KEY);
    private static final int LONG_LENGTH = 65_536;
    private static final int DESCRIPTION_LENGTH = 65_535;

    private final StoredDevices devices;
    private final StoredTemplates templates;
    private final Tags tags;

    @Activate
    public DeviceRules(@Reference StoredDevices devices, @Reference StoredTemplates templates, @Reference Tags tags) {
        this.devices = devices;
        this.templates = templates;
        this.tags = tags;
    }

    /**
     * A device to be checked.
     *
     * @param id of the device, 0 for a new one
     * @param type of the device
     * @param identifier field by which it is told apart
     * @param accessTags that it has
     */
    record Subject(long id, DeviceType type, DeviceField identifier, Set<Long> accessTags) {}

    /** The form as it is to be stored. */
    DeviceForm checked(Subject subject, Scope scope, DeviceForm form) {
        Map<DeviceField, String> facts = new TreeMap<>(form.facts());
        facts.replaceAll((field, value) -> value.strip());
        DeviceForm stripped = new DeviceForm(
                form.name().strip(),
                form.description().strip(),
                form.enabled(),
                form.staging(),
                form.template(),
                facts,
                form.flags(),
                form.variables(),
                form.accessTags(),
                form.labels());
        Violations violations = new Violations();
        checkName(subject, stripped.name(), violations);
        violations.length("description", stripped.description(), DESCRIPTION_LENGTH);
        DeviceForm.EDITABLE.forEach(
                field -> checkFact(subject, field, stripped.facts().getOrDefault(field, ""), violations));
        checkTemplate(subject.type(), scope, stripped, violations);
        WorkFlags.check(subject.type(), stripped.flags(), "device", violations);
        VariableRules.check(subject.type(), stripped.variables(), "device", violations);
        Set<Long> accessTags = tags.ofDevice(scope, stripped.accessTags(), subject.accessTags(), violations);
        tags.requireLabels("labels", stripped.labels(), violations);
        violations.throwIfAny();
        return withUsefulFlags(subject.type(), stripped).withAccessTags(accessTags);
    }

    private static DeviceForm withUsefulFlags(DeviceType type, DeviceForm form) {
        Set<WorkFlag> useful = WorkFlags.useful(type, form.flags()).stream().collect(Collectors.toSet());
        return form.withFlags(useful);
    }

    private void checkName(Subject subject, String name, Violations violations) {
        violations.required("name", name);
        boolean taken = devices.isNameTaken(subject.type().id(), name, subject.id());
        violations.require(!taken, "name", "device.nameNotUnique");
    }

    private void checkFact(Subject subject, DeviceField field, String value, Violations violations) {
        DeviceType type = subject.type();
        boolean required = type.requirement(field) == FieldRequirement.REQUIRED;
        if (value.isEmpty()) {
            violations.require(!required, field.id(), "required");
            return;
        }
        boolean isLong = LONG.contains(field) && field != subject.identifier();
        violations.length(field.id(), value, isLong ? LONG_LENGTH : Violations.TEXT_LENGTH);
        boolean gsm = field == DeviceField.IMEI || field == DeviceField.IMSI;
        violations.require(!gsm || type.has(Capability.GSM), field.id(), "device.gsmDisabled");
        boolean taken =
                required && UNIQUE.contains(field) && devices.isFactTaken(type.id(), field, value, subject.id());
        boolean known = field == subject.identifier() && devices.isIdentifierTaken(type.id(), value, subject.id());
        violations.require(!taken && !known, field.id(), "device.uniqueField");
    }

    private void checkTemplate(DeviceType type, Scope scope, DeviceForm form, Violations violations) {
        boolean possible = type.has(Capability.TEMPLATES);
        violations.require(possible || !form.staging(), "staging", "device.templatesDisabled");
        if (form.template().isEmpty()) {
            return;
        }
        if (!possible) {
            violations.add("template", "device.templatesDisabled");
            return;
        }
        templates
                .view(form.template().getAsLong())
                .filter(template -> templates.isVisible(scope, template.id()))
                .ifPresentOrElse(
                        template -> violations.require(
                                template.deviceType() == type.id(), "template", "device.templateDeviceTypeMismatch"),
                        () -> violations.add("template", "choice"));
    }
}
