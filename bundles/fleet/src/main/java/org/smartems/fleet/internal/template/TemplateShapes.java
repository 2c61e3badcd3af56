// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.template;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.internal.access.Requests;
import org.smartems.fleet.internal.config.ConfigResource;
import org.smartems.fleet.internal.devicetype.DeviceTypeShapes;
import org.smartems.fleet.internal.firmware.FirmwareResource;
import org.smartems.fleet.internal.label.LabelResource;
import org.smartems.fleet.internal.variable.VariableFields;
import org.smartems.resource.Content;
import org.smartems.resource.Field;
import org.smartems.resource.In;
import org.smartems.resource.Permission;
import org.smartems.resource.Shape;
import org.smartems.resource.Target;

/** What the REST API tells of templates and their versions. */
final class TemplateShapes {

    private static final String[] DATED = {"createdAt", "updatedAt", "createdBy", "updatedBy"};

    private static final Shape CONFIG = ConfigResource.CONFIG
            .only("createdAt", "updatedAt", "createdBy", "updatedBy", "deviceType", "feature", "content")
            .with(Field.one("deviceType", "c.device_type_id", DeviceTypeShapes.DT2));
    private static final Shape FIRMWARE = FirmwareResource.FIRMWARE.only(DATED);
    private static final Shape TEMPLATE_REF =
            Shape.of("fleet_template t", "t.id", "t.name").history("t").target("template", "options/templates");

    private static final String VERSIONS = "fleet_template_version v join fleet_template w on w.id = v.template_id"
            + " left join fleet_device_type y on y.id = w.device_type_id";

    /** A template version in full. */
    static final Shape VERSION = Shape.of(VERSIONS, "v.id", "v.name")
            .target("templateversion", "")
            .history("v")
            .fields(texts())
            .fields(parts("config", CONFIG))
            .fields(parts("firmware", FIRMWARE))
            .fields(vpn())
            .fields(
                    sent(Field.many("accessTags", "v.access_tags", Requests.ACCESS_TAG)),
                    sent(Field.many("deviceLabels", "v.device_labels", LabelResource.LABEL.only())),
                    sent(VariableFields.of("v.variables")),
                    Field.one("template", "v.template_id", TEMPLATE_REF))
            .fields(reinstall(In.EDIT));

    private static final String TEMPLATES = "fleet_template t left join fleet_device_type y on y.id = t.device_type_id";

    /** A template with what it has selected. */
    static final Shape TEMPLATE = Shape.of(TEMPLATES, "t.id", "t.name")
            .history("t")
            .fields(
                    sent(Field.text("name", "t.name")).required().column(),
                    Field.one("deviceType", "t.device_type_id", DeviceTypeShapes.DT2)
                            .target(DeviceTypeShapes.availableFor("template/"))
                            .required()
                            .input(In.CREATE)
                            .column(),
                    Field.one("productionTemplate", "t.production_version_id", VERSION)
                            .column(),
                    Field.one("stagingTemplate", "t.staging_version_id", VERSION)
                            .column());

    private TemplateShapes() {}

    private static List<Field> texts() {
        return List.of(
                Field.enumeration("type", "v.type", List.of("staging", "production"))
                        .column(),
                Field.one("deviceType", "w.device_type_id", DeviceTypeShapes.DT2)
                        .column(),
                sent(Field.text("name", "v.name")).required().column(),
                sent(Field.longText("description", "v.description")),
                vpn(Field.longText("deviceDescription", "v.device_description")),
                vpn(Field.enumeration("masqueradeType", "null::text", List.of("disabled", "default", "advanced"))));
    }

    private static List<Field> parts(String kind, Shape shape) {
        return IntStream.rangeClosed(1, 3)
                .mapToObj(slot -> sent(Field.one(kind + slot, "v." + kind + slot + "_id", shape))
                        .target(new Target(kind, "options/" + kind + "s/" + slot + "/{deviceType}")))
                .toList();
    }

    /** Nothing provides these yet. */
    private static List<Field> vpn() {
        return List.of(
                vpn(Field.integer("virtualSubnetCidr", "null::integer")
                        .minimum(1)
                        .maximum(32)),
                vpn(Field.json("masquerades", "null::jsonb").holds(Content.NONE)),
                vpn(Field.json("endpointDevices", "null::jsonb").holds(Content.NONE)));
    }

    private static Field vpn(Field field) {
        return sent(field).readBy(Permission.ADMIN_VPN).writtenBy(Permission.ADMIN_VPN);
    }

    /** What the devices that use the version get again. */
    static List<Field> reinstall(In when) {
        return Stream.concat(
                        Stream.of(1, 2, 3).map(WorkFlag::firmware),
                        Stream.of(1, 2, 3).map(WorkFlag::config))
                .map(flag -> Field.bool(flag.id(), null).input(when))
                .toList();
    }

    private static Field sent(Field field) {
        return field.input(In.CREATE, In.EDIT);
    }
}
