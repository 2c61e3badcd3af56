// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.log;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.internal.access.Requests;
import org.smartems.fleet.internal.devicetype.DeviceTypeShapes;
import org.smartems.fleet.log.ContentLog;
import org.smartems.fleet.log.DeviceLogs;
import org.smartems.resource.Field;
import org.smartems.resource.FieldType;
import org.smartems.resource.Filter;
import org.smartems.resource.Permission;
import org.smartems.resource.Resource;
import org.smartems.resource.Resources;
import org.smartems.resource.Shape;

/** Configs and diagnose data that devices reported, in the REST API. */
@Component(service = Resources.class)
public final class EvidenceResources implements Resources {

    private static final String CONFIG_WORD = "Config log";
    private static final String DIAGNOSE_WORD = "Diagnose log";

    /** The slot's name in the type of the device. */
    private static final String SLOT_NAME = "(select case l.slot when 1 then t.name_config1 when 2 then t.name_config2"
            + " else t.name_config3 end from fleet_device_type t where t.id = l.device_type_id)";

    private static final Shape LINE = Shape.of("fleet_communication_log l", "l.id", LineTexts.SQL)
            .target("communicationlog", "")
            .with(Field.text("representation", LineTexts.SQL)
                    .mapped(LineTexts::text)
                    .onlyShown())
            .fields(
                    Field.dateTime("createdAt", "l.created_at"),
                    LogShapes.level("l"),
                    LogShapes.deviceType(DeviceTypeShapes.DT6));

    private static final Shape CONFIG = Shape.of("fleet_config_log l", "l.id", "'" + CONFIG_WORD + "'")
            .fields(
                    LogShapes.createdAt(),
                    Field.dateTime("updatedAt", "l.updated_at").column(),
                    LogShapes.level("l"),
                    Field.enumeration("feature", "l.slot::text", LogShapes.SLOTS)
                            .column(),
                    Field.text("featureName", SLOT_NAME).onlyExported(),
                    Field.text("md5", "l.md5"),
                    LogShapes.accessTags(),
                    LogShapes.device(LogShapes.device(
                            List.of(Field.one("deviceType", "d.device_type_id", DeviceTypeShapes.DT6)))),
                    LogShapes.deviceType(DeviceTypeShapes.DT6),
                    Field.one("communicationLog", "l.communication_log_id", LINE));

    private static final Shape DIAGNOSE = Shape.of("fleet_diagnose_log l", "l.id", "'" + DIAGNOSE_WORD + "'")
            .fields(
                    LogShapes.createdAt(),
                    LogShapes.level("l"),
                    LogShapes.accessTags(),
                    LogShapes.device(LogShapes.device(List.of(LogShapes.typeOf("d.device_type_id")))
                            .only("createdAt", "createdBy", "updatedBy", "deviceType")),
                    LogShapes.deviceType(DeviceTypeShapes.DT5));

    private final DeviceLogs logs;

    @Activate
    public EvidenceResources(@Reference DeviceLogs logs) {
        this.logs = logs;
    }

    @Override
    public List<Resource> resources() {
        return List.of(
                log("configlog", "ConfigLog", CONFIG)
                        .filter(Filter.of("featureName", FieldType.TEXT, SLOT_NAME))
                        .action(LogContents.route(logs, ContentLog.CONFIG, id -> CONFIG_WORD))
                        .build(),
                log("diagnoselog", "DiagnoseLog", DIAGNOSE)
                        .action(LogContents.route(logs, ContentLog.DIAGNOSE, id -> DIAGNOSE_WORD))
                        .build());
    }

    private static Resource.Builder log(String name, String entity, Shape shape) {
        return Resource.of(name, entity, shape)
                .access(Permission.ADMIN, Permission.SMARTEMS)
                .scope(Requests.logged("l"))
                .lastDays("createdAt", LogShapes.DAYS)
                .deny(LogShapes.showContent())
                .export();
    }
}
