// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.log;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.internal.Refusals;
import org.smartems.fleet.internal.access.Requests;
import org.smartems.fleet.internal.devicetype.DeviceTypeShapes;
import org.smartems.fleet.log.ContentLog;
import org.smartems.fleet.log.DeviceLogs;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.resource.Content;
import org.smartems.resource.Field;
import org.smartems.resource.Permission;
import org.smartems.resource.Resource;
import org.smartems.resource.Resources;
import org.smartems.resource.Shape;

/** Lines of the communication log in the REST API, with what their contact reported. */
@Component(service = Resources.class)
public final class CommunicationLogResource implements Resources {

    private static final String CONTACT =
            "left join fleet_check_in c on c.created_at = l.created_at and c.id = l.check_in_id";

    private static final Shape LINE = Shape.of("fleet_communication_log l", "l.id", LineTexts.SQL)
            .join("c", CONTACT)
            .with(Field.text("representation", LineTexts.SQL)
                    .mapped(LineTexts::text)
                    .onlyShown())
            .fields(LogShapes.createdAt())
            .fields(LogShapes.facts("c"))
            .fields(
                    Field.dateTime("seenAt", "c.created_at"),
                    LogShapes.level("l").column(),
                    Field.longText("message", LineTexts.SQL)
                            .mapped(LineTexts::text)
                            .column(),
                    LogShapes.accessTags(),
                    LogShapes.device(deviceShape()),
                    LogShapes.deviceType(DeviceTypeShapes.DT5),
                    Field.text("messageId", "'log.' || l.message_id"),
                    Field.json("parameters", "l.parameters").holds(Content.VALUES_BY_NAME));

    private final DeviceLogs logs;
    private final Transactions transactions;

    @Activate
    public CommunicationLogResource(@Reference DeviceLogs logs, @Reference Transactions transactions) {
        this.logs = logs;
        this.transactions = transactions;
    }

    @Override
    public List<Resource> resources() {
        return List.of(Resource.of("communicationlog", "CommunicationLog", LINE)
                .access(Permission.ADMIN, Permission.SMARTEMS)
                .scope(Requests.logged("l"))
                .lastDays("createdAt", LogShapes.DAYS)
                .filter(LineTexts.filter())
                .deny(LogShapes.showContent())
                .action(LogContents.route(logs, ContentLog.COMMUNICATION, this::representation))
                .export()
                .build());
    }

    private String representation(long id) {
        String sql = "select " + LineTexts.SQL + " from fleet_communication_log l where l.id = ?";
        return new Jdbc(transactions)
                .first(sql, row -> LineTexts.text(row.getString(1)), id)
                .orElseThrow(Refusals::notFound);
    }

    private static Shape deviceShape() {
        List<Field> fields = new ArrayList<>(LogShapes.facts("s"));
        fields.add(Field.dateTime("seenAt", "s.seen_at"));
        fields.add(LogShapes.typeOf("d.device_type_id"));
        Stream<String> history = Stream.of("createdAt", "createdBy", "updatedBy");
        return LogShapes.device(fields)
                .only(Stream.concat(fields.stream().map(Field::name), history).toArray(String[]::new));
    }
}
