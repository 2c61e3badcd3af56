// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.firmware;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.internal.Refusals;
import org.smartems.fleet.internal.access.Requests;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.resource.Call;
import org.smartems.resource.Permission;
import org.smartems.resource.Resources;
import org.smartems.resource.Result;
import org.smartems.resource.Route;
import org.smartems.resource.Sql;

/** Uploaded files of firmware for people; devices have links of their own. */
@Component(service = Resources.class)
public final class FirmwareDownloads implements Resources {

    private static final String MAIN =
            """
            select f.file_id, f.file_size, f.filename, f.md5, f.updated_at from fleet_firmware f
                join fleet_device_type t on t.id = f.device_type_id
            where t.slug = ? and left(f.uuid, 6) = ? and f.filename = ? and f.file_id is not null and\s""";
    private static final String HARDWARE =
            """
            select h.file_id, h.file_size, h.filename, h.md5, h.updated_at from fleet_firmware_hardware h
                join fleet_firmware f on f.id = h.firmware_id
            where left(f.uuid, 6) = ? and h.id::text = ? and h.filename = ? and h.file_id is not null and\s""";

    private final Jdbc jdbc;
    private final FirmwareFiles files;

    @Activate
    public FirmwareDownloads(@Reference Transactions transactions, @Reference FirmwareFiles files) {
        this.jdbc = new Jdbc(transactions);
        this.files = files;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("download/firmware/{deviceType}/{secret}/{fileName}")
                        .access(Permission.ADMIN, Permission.SMARTEMS)
                        .answers(Route.Answer.FILE)
                        .summary("The file of a firmware")
                        .handle(call -> download(call, MAIN, "deviceType", "secret", "fileName")),
                Route.get("download/firmwarehardware/{secret}/{id}/{fileName}")
                        .access(Permission.ADMIN, Permission.SMARTEMS)
                        .answers(Route.Answer.FILE)
                        .summary("The file of a firmware for a hardware")
                        .handle(call -> download(call, HARDWARE, "secret", "id", "fileName")));
    }

    private Result download(Call call, String sql, String... parts) {
        Sql visible = Requests.unlessAdmin(FirmwareResource.USED::visible).apply(call.requester());
        List<Object> values = new ArrayList<>();
        Arrays.stream(parts).map(call.path()::get).forEach(values::add);
        values.addAll(visible.values());
        return jdbc.first(sql + visible.text(), this::content, values.toArray()).orElseThrow(Refusals::notFound);
    }

    private Result content(ResultSet row) throws SQLException {
        String id = row.getString("file_id");
        return Result.content(new Result.Content(
                row.getString("filename"),
                row.getLong("file_size"),
                row.getString("md5"),
                row.getTimestamp("updated_at").toInstant(),
                () -> files.open(id)));
    }
}
