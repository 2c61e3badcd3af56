// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.device;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smartems.fleet.Variable;
import org.smartems.fleet.device.DeviceForm;
import org.smartems.fleet.device.DeviceView;
import org.smartems.fleet.device.TemplateApplication;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.internal.Violations;
import org.smartems.fleet.internal.variable.VariableFields;
import org.smartems.resource.Field;
import org.smartems.resource.In;
import org.smartems.resource.Input;
import org.smartems.resource.Permission;
import org.smartems.resource.Requester;
import org.smartems.spi.procedure.DeviceField;

/** What is sent of devices. */
final class DeviceInputs {

    private static final String RULE = "deviceTemplateApply.";

    /** How a template is applied. */
    static final Field[] APPLICATION = application();
    /** How a template is applied to a device, which is of a type. */
    static final Field[] APPLICATION_TO_ONE = Arrays.stream(APPLICATION)
            .map(field -> field.name().equals("template") ? field.target(DeviceShape.TEMPLATE_OF_TYPE) : field)
            .toArray(Field[]::new);

    private DeviceInputs() {}

    /** A whole device. */
    static DeviceForm form(Input input, List<Variable> stored) {
        Map<DeviceField, String> facts = new EnumMap<>(DeviceField.class);
        DeviceForm.EDITABLE.forEach(field -> facts.put(field, input.text(field.id())));
        return new DeviceForm(
                input.text("name"),
                input.text("description"),
                input.bool("enabled"),
                input.bool("staging"),
                input.number("template"),
                facts,
                flags(input),
                VariableFields.read(input, stored),
                new TreeSet<>(input.ids("accessTags")),
                new TreeSet<>(input.ids("labels")));
    }

    /** What somebody may change; the rest stays as it is. */
    static DeviceForm form(Requester requester, Input input, DeviceView stored) {
        if (requester.hasAny(Permission.OPERATORS)) {
            return form(input, stored.variables());
        }
        Map<DeviceField, String> facts = new EnumMap<>(DeviceField.class);
        facts.putAll(stored.status().facts());
        facts.keySet().retainAll(DeviceForm.EDITABLE);
        return new DeviceForm(
                stored.name(),
                input.text("description"),
                stored.enabled(),
                stored.staging(),
                stored.template(),
                facts,
                stored.flags(),
                stored.variables(),
                stored.accessTags(),
                new TreeSet<>(input.ids("labels")));
    }

    /** How a template is applied; a missing template would take the device's away by mistake. */
    static TemplateApplication application(Input input) {
        Violations violations = new Violations();
        violations.require(input.has("template"), "template", "required");
        refuse(input, "applyEndpointDevices", "endpointDevicesDisabled", violations);
        refuse(input, "applyMasquerade", "masqueradeDisabled", violations);
        violations.throwIfAny();
        return new TemplateApplication(
                input.number("template"),
                input.bool("applyVariables"),
                input.bool("applyDeviceDescription"),
                input.bool("applyLabels"),
                input.bool("applyAccessTags"),
                flags(input));
    }

    /** Of what no type has before there is a VPN. */
    private static void refuse(Input input, String field, String rule, Violations violations) {
        String broken = input.number("template").isPresent() ? rule : "templateMissingApplyInvalid";
        violations.require(!input.bool(field), field, RULE + broken);
    }

    private static Set<WorkFlag> flags(Input input) {
        return Arrays.stream(WorkFlag.values())
                .filter(flag -> input.bool(flag.id()))
                .collect(Collectors.toSet());
    }

    private static Field[] application() {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.one("template", null, DeviceShape.TEMPLATE).kept());
        fields.add(Field.bool("applyVariables", null));
        fields.add(Field.bool("applyLabels", null));
        fields.add(Field.bool("applyAccessTags", null).writtenBy(DeviceShape.OPERATORS));
        fields.add(Field.bool("applyDeviceDescription", null));
        fields.add(Field.bool("applyEndpointDevices", null).writtenBy(Permission.ADMIN));
        fields.add(Field.bool("applyMasquerade", null).writtenBy(Permission.ADMIN));
        fields.addAll(reinstall());
        return fields.stream().map(field -> field.input(In.CREATE)).toArray(Field[]::new);
    }

    /** The flags by which configs and firmware are installed again. */
    private static List<Field> reinstall() {
        return Stream.concat(
                        Stream.of(1, 2, 3).map(WorkFlag::config),
                        Stream.of(1, 2, 3).map(WorkFlag::firmware))
                .map(flag -> Field.bool(flag.id(), null))
                .toList();
    }
}
