// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.firmware;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.fleet.firmware.FirmwareDownload;
import org.smartems.fleet.firmware.FirmwareLink;
import org.smartems.fleet.firmware.FirmwareLinks;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.persistence.encryption.Encryption;

/** See {@link FirmwareLinks}. */
@Component(service = FirmwareLinks.class)
public final class FirmwareLinkService implements FirmwareLinks {

    private static final String PURPOSE = "firmware-link";
    private static final Duration GOOD = Duration.ofDays(7);
    private static final long HOUR = Duration.ofHours(1).toMillis();
    /** A firmware, or its file for some hardware: their ids are of one sequence. */
    private static final String FIRMWARE =
            """
            select file_id, file_size, md5, filename, updated_at
            from (select id, file_id, file_size, md5, filename, updated_at from fleet_firmware
                union all
                select id, file_id, file_size, md5, filename, updated_at from fleet_firmware_hardware) f
            where id = ? and file_id is not null""";

    private static final String DEVICE =
            """
            select d.device_type_id, case when t.bind_identity then s.bound_credential_id end
            from fleet_device d
                join fleet_device_type t on t.id = d.device_type_id
                join fleet_device_state s on s.device_id = d.id
            where d.id = ? and d.enabled""";

    private final Transactions transactions;
    private final FirmwareFiles files;
    private final byte[] key;
    private final Clock clock;

    private record Device(long type, long boundCredential) {}

    /** An uploaded file. */
    private record File(String id, long size, String md5, String name, Instant updatedAt) {}

    @Activate
    public FirmwareLinkService(
            @Reference Transactions transactions, @Reference FirmwareFiles files, @Reference Encryption encryption) {
        this(transactions, files, encryption.derivedKey(PURPOSE), Clock.systemUTC());
    }

    FirmwareLinkService(Transactions transactions, FirmwareFiles files, byte[] key, Clock clock) {
        this.transactions = transactions;
        this.files = files;
        this.key = key.clone();
        this.clock = clock;
    }

    @Override
    public String url(String baseUrl, FirmwareLink link) {
        int expires = (int) ((clock.millis() + HOUR - 1) / HOUR + GOOD.toHours());
        LinkToken token = new LinkToken(link.device(), link.firmware(), link.authenticated(), expires);
        return baseUrl + PATH + token.sealed(key) + "/" + FileNames.encoded(link.fileName());
    }

    @Override
    public FirmwareDownload open(String token, String fileName) {
        LinkToken known = LinkToken.open(key, token).orElseThrow(() -> refused("linkWrong"));
        if (known.expires() * HOUR <= clock.millis()) {
            throw refused("linkExpired");
        }
        return transactions.call(() -> {
            Jdbc jdbc = new Jdbc(transactions);
            Device device = jdbc.first(DEVICE, row -> new Device(row.getLong(1), row.getLong(2)), known.device())
                    .orElseThrow(() -> refused("linkDeviceGone"));
            File file = jdbc.first(FIRMWARE, FirmwareLinkService::file, known.firmware())
                    .orElseThrow(() -> refused("linkFirmwareGone"));
            if (!file.name().equals(fileName)) {
                throw refused("linkWrong");
            }
            FirmwareLink link = new FirmwareLink(known.device(), known.firmware(), file.name(), known.authenticated());
            FirmwareDownload download = new FirmwareDownload(
                    link, device.type(), file.size(), file.md5(), file.updatedAt(), () -> files.open(file.id()));
            return device.boundCredential() == 0 ? download : download.boundTo(device.boundCredential());
        });
    }

    private static File file(ResultSet row) throws SQLException {
        return new File(
                row.getString(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getTimestamp(5).toInstant());
    }

    private static PlatformException refused(String code) {
        return new PlatformException(ErrorCategory.NOT_FOUND, code, "There is no such file");
    }
}
