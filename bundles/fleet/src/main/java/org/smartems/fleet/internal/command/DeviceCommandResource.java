// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.command;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.smartems.fleet.internal.access.Requests;
import org.smartems.fleet.internal.devicetype.DeviceTypeShapes;
import org.smartems.fleet.internal.log.LogShapes;
import org.smartems.resource.Field;
import org.smartems.resource.FieldType;
import org.smartems.resource.Filter;
import org.smartems.resource.Permission;
import org.smartems.resource.Resource;
import org.smartems.resource.Resources;
import org.smartems.resource.Shape;

/** Commands to devices in the REST API. */
@Component(service = Resources.class)
public final class DeviceCommandResource implements Resources {

    private static final List<String> STATUSES = List.of("success", "error", "critical", "pending", "expired");

    private static final Shape COMMAND = Shape.of("fleet_device_command l", "l.id", "l.name")
            .fields(
                    Field.dateTime("createdAt", "l.created_at").column(),
                    Field.dateTime("updatedAt", "l.updated_at").column(),
                    // the server sends them by itself
                    Shape.user("createdBy", "null::bigint"),
                    Shape.user("updatedBy", "null::bigint"),
                    Field.text("commandName", "l.name").column(),
                    Field.text("commandTransactionId", "l.transaction_id"),
                    Field.enumeration("commandStatus", "l.status", STATUSES).column(),
                    Field.text("commandStatusErrorCategory", "l.error_category"),
                    Field.text("commandStatusErrorPid", "l.error_pid"),
                    Field.longText("commandStatusErrorMessage", "l.error_message"),
                    Field.dateTime("expireAt", "l.expire_at"),
                    Field.one("deviceType", "l.device_type_id", DeviceTypeShapes.BRIEF)
                            .onlyExported(),
                    Field.one(
                                    "device",
                                    "l.device_id",
                                    LogShapes.device(
                                            List.of(Field.one("deviceType", "d.device_type_id", DeviceTypeShapes.DT5))))
                            .column());

    @Override
    public List<Resource> resources() {
        return List.of(Resource.of("devicecommand", "DeviceCommand", COMMAND)
                .access(Permission.ADMIN, Permission.SMARTEMS)
                .scope(Requests.ofSeenDevice("l.device_id"))
                .lastDays("createdAt", LogShapes.DAYS)
                .filter(Filter.of("device.deviceType", FieldType.ONE, "l.device_type_id")
                        .of(DeviceTypeShapes.BRIEF))
                .export()
                .build());
    }
}
