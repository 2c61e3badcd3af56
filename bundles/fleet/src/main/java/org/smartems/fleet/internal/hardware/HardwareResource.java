// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.hardware;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.internal.access.Requests;
import org.smartems.fleet.internal.devicetype.DeviceTypeShapes;
import org.smartems.fleet.internal.devicetype.PlugInOptions;
import org.smartems.resource.Call;
import org.smartems.resource.Deny;
import org.smartems.resource.Field;
import org.smartems.resource.In;
import org.smartems.resource.Input;
import org.smartems.resource.Permission;
import org.smartems.resource.Resource;
import org.smartems.resource.Resources;
import org.smartems.resource.Shape;

/** Hardware of device types, and the rules by which their firmware is compared, in the REST API. */
@Component(service = Resources.class)
public final class HardwareResource implements Resources {

    private static final Shape HARDWARE = Shape.of("fleet_hardware w", "w.id", "w.name")
            .history("w")
            .fields(
                    deviceType("w"),
                    Field.text("name", "w.name")
                            .required()
                            .input(In.CREATE, In.EDIT)
                            .column(),
                    Field.text("identifier", "w.identifier")
                            .required()
                            .input(In.CREATE, In.EDIT)
                            .column())
            .target("hardware", "");

    private static final Shape RULE = Shape.of("fleet_firmware_rule r", "r.id", "r.versioning")
            .history("r")
            .fields(
                    deviceType("r"),
                    Field.enumeration("feature", "r.slot::text", List.of("1", "2", "3"))
                            .required()
                            .input(In.CREATE)
                            .column(),
                    Field.enumeration("firmwareVersioning", "r.versioning", List.of())
                            .target(PlugInOptions.VERSIONINGS)
                            .required()
                            .input(In.CREATE, In.EDIT)
                            .column(),
                    Field.bool("allowDowngradeFirmware", "r.allow_downgrade")
                            .input(In.CREATE, In.EDIT)
                            .column());

    private final HardwareService hardware;
    private final FirmwareRuleService rules;

    @Activate
    public HardwareResource(@Reference HardwareService hardware, @Reference FirmwareRuleService rules) {
        this.hardware = hardware;
        this.rules = rules;
    }

    @Override
    public List<Resource> resources() {
        return List.of(
                Resource.of("hardware", "Hardware", HARDWARE)
                        .access(Permission.ADMIN)
                        .deny(Deny.of("delete")
                                .when(
                                        "usedByFirmware",
                                        "exists (select 1 from fleet_firmware_hardware h where h.hardware_id = w.id)"))
                        .create(call -> hardware.create(Requests.author(call), deviceType(call), form(call.input())))
                        .get()
                        .edit(call -> hardware.edit(Requests.author(call), call.id(), form(call.input())))
                        .delete(call -> hardware.delete(Requests.author(call), call.id()))
                        .build(),
                Resource.of("firmwarerule", "FirmwareRule", RULE)
                        .access(Permission.ADMIN)
                        .create(this::createRule)
                        .get()
                        .edit(call ->
                                rules.edit(Requests.author(call), call.id(), versioning(call), allowsDowngrade(call)))
                        .delete(call -> rules.delete(Requests.author(call), call.id()))
                        .build());
    }

    private long createRule(Call call) {
        int slot = Integer.parseInt(call.input().text("feature"));
        return rules.create(
                Requests.author(call), Map.entry(deviceType(call), slot), versioning(call), allowsDowngrade(call));
    }

    private static Field deviceType(String alias) {
        return Field.one("deviceType", alias + ".device_type_id", DeviceTypeShapes.DT4)
                .target(DeviceTypeShapes.availableFor("firmware/"))
                .required()
                .input(In.CREATE)
                .column();
    }

    private static long deviceType(Call call) {
        return call.input().number("deviceType").orElseThrow();
    }

    private static HardwareService.Form form(Input input) {
        return new HardwareService.Form(input.text("name"), input.text("identifier"));
    }

    private static String versioning(Call call) {
        return call.input().text("firmwareVersioning");
    }

    private static boolean allowsDowngrade(Call call) {
        return call.input().bool("allowDowngradeFirmware");
    }
}
