// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.firmware;

import java.nio.channels.Channels;
import java.util.ArrayList;
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

/** Gives uploaded firmware to people who see it, at the address that its {@code downloadUrl} names. */
@Component(service = Resources.class)
public final class FirmwareDownloads implements Resources {

    private static final String FIND =
            """
            select f.file_id, f.file_size, f.filename from fleet_firmware f
                join fleet_device_type t on t.id = f.device_type_id
            where t.slug = ? and left(f.uuid, 6) = ? and f.filename = ? and f.file_id is not null and\s""";

    private record Stored(String id, long size, String name) {}

    private final Jdbc jdbc;
    private final FirmwareFiles files;

    @Activate
    public FirmwareDownloads(@Reference Transactions transactions, @Reference FirmwareFiles files) {
        this.jdbc = new Jdbc(transactions);
        this.files = files;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("download/firmware/{deviceType}/{secret}/{fileName}")
                .access(Permission.ADMIN, Permission.SMARTEMS)
                .answers(Route.Answer.FILE)
                .summary("The file of a firmware")
                .handle(this::download));
    }

    private Result download(Call call) {
        Sql visible = Requests.unlessAdmin(FirmwareResource.USED::visible).apply(call.requester());
        List<Object> values = new ArrayList<>(List.of(
                call.path().get("deviceType"),
                call.path().get("secret"),
                call.path().get("fileName")));
        values.addAll(visible.values());
        Stored stored = jdbc.first(
                        FIND + visible.text(),
                        row -> new Stored(row.getString(1), row.getLong(2), row.getString(3)),
                        values.toArray())
                .orElseThrow(Refusals::notFound);
        return Result.content(new Result.Content(
                stored.name(), stored.size(), () -> Channels.newInputStream(files.open(stored.id()))));
    }
}
