// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.config;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.config.ConfigForm;
import org.smartems.fleet.config.Configs;
import org.smartems.fleet.internal.access.Requests;
import org.smartems.fleet.internal.access.UsedFiles;
import org.smartems.fleet.internal.devicetype.DeviceTypeShapes;
import org.smartems.fleet.internal.devicetype.PlugInOptions;
import org.smartems.resource.Call;
import org.smartems.resource.Deny;
import org.smartems.resource.Field;
import org.smartems.resource.FieldType;
import org.smartems.resource.Filter;
import org.smartems.resource.In;
import org.smartems.resource.Input;
import org.smartems.resource.Permission;
import org.smartems.resource.Resource;
import org.smartems.resource.Resources;
import org.smartems.resource.Shape;

/** Configs in the REST API. */
@Component(service = Resources.class)
public final class ConfigResource implements Resources {

    private static final UsedFiles USED = new UsedFiles("c", "config");
    private static final String SLOT_NAME = "(select case c.slot when 1 then t.name_config1 when 2 then t.name_config2"
            + " else t.name_config3 end from fleet_device_type t where t.id = c.device_type_id)";
    private static final Shape VERSION =
            Shape.of("fleet_template_version v", "v.id", "v.name").history("v").target("templateversion", "");

    /** A config, also where template versions refer to it. */
    public static final Shape CONFIG = Shape.of("fleet_config c", "c.id", "c.name")
            .target("config", "")
            .history("c")
            .fields(
                    Field.one("deviceType", "c.device_type_id", DeviceTypeShapes.DT3)
                            .target(DeviceTypeShapes.availableFor("config/"))
                            .required()
                            .input(In.CREATE)
                            .column(),
                    Field.enumeration("feature", "c.slot::text", List.of("1", "2", "3"))
                            .required()
                            .input(In.CREATE)
                            .column(),
                    Field.text("featureName", SLOT_NAME).onlyExported(),
                    sent(Field.text("name", "c.name")).column(),
                    sent(Field.enumeration("generator", "c.generator", List.of()))
                            .target(PlugInOptions.GENERATORS)
                            .column(),
                    sent(Field.longText("content", "c.content")).untrimmed().maximumLength(ConfigRules.CONTENT_LENGTH),
                    versions(1),
                    versions(2),
                    versions(3),
                    Field.bool("reinstallConfig", null).input(In.EDIT));

    private final Configs configs;

    @Activate
    public ConfigResource(@Reference Configs configs) {
        this.configs = configs;
    }

    @Override
    public List<Resource> resources() {
        return List.of(Resource.of("config", "Config", CONFIG)
                .access(Permission.ADMIN, Permission.SMARTEMS)
                .scope(Requests.unlessAdmin(USED::visible))
                .deny(USED.unchangeable(Deny.of("edit")), USED.unremovable(Deny.of("delete")))
                .filter(
                        Filter.of("featureName", FieldType.TEXT, SLOT_NAME),
                        Filter.of("uuid", FieldType.TEXT, "c.uuid"))
                .create(this::create)
                .get()
                .edit(call -> configs.edit(
                        Requests.author(call),
                        call.id(),
                        form(call),
                        call.input().bool("reinstallConfig")))
                .delete(call -> configs.delete(Requests.author(call), call.id()))
                .duplicate(call ->
                        configs.duplicate(Requests.author(call), call.id()).id())
                .export()
                .build());
    }

    private long create(Call call) {
        Input input = call.input();
        int slot = Integer.parseInt(input.text("feature"));
        long type = input.number("deviceType").getAsLong();
        return configs.create(Requests.author(call), type, slot, form(call)).id();
    }

    private static ConfigForm form(Call call) {
        Input input = call.input();
        return new ConfigForm(input.text("name"), input.text("generator"), input.text("content"));
    }

    /** Template versions that use it in a slot. */
    private static Field versions(int slot) {
        String ids =
                "array(select v.id from fleet_template_version v where v.config" + slot + "_id = c.id order by v.id)";
        return Field.many("templates" + slot, ids, VERSION);
    }

    private static Field sent(Field field) {
        return field.required().input(In.CREATE, In.EDIT);
    }
}
