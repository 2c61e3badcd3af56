// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.firmware;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.platform.audit.Author;

/** Firmware in the database; every method needs the caller's transaction. */
@Component(service = StoredFirmware.class)
public final class StoredFirmware {

    private static final String USED =
            "select 1 from fleet_template_version where ? in (firmware1_id, firmware2_id, firmware3_id)";

    private static final String COPY =
            """
            insert into fleet_firmware_hardware (id, firmware_id, hardware_id, source_type, md5, filename, file_id,
                file_size, external_url, created_at, updated_at, created_by, updated_by)
            select nextval('fleet_firmware_seq'), ?, hardware_id, source_type, md5, filename, file_id, file_size,
                external_url, ?, ?, ?, ?
            from fleet_firmware_hardware where firmware_id = ? order by id returning id""";

    private final EntityManagerFactory unit;
    private final Transactions transactions;

    @Activate
    public StoredFirmware(
            @Reference(target = "(osgi.unit.name=fleet)") EntityManagerFactory unit,
            @Reference Transactions transactions) {
        this.unit = unit;
        this.transactions = transactions;
    }

    Optional<FirmwareEntity> find(long id) {
        return Optional.ofNullable(entities().find(FirmwareEntity.class, id));
    }

    Optional<FirmwareEntity> find(long deviceType, int slot, String name) {
        return entities()
                .createQuery(
                        "select f from FirmwareEntity f"
                                + " where f.deviceType = :type and f.slot = :slot and f.name = :name",
                        FirmwareEntity.class)
                .setParameter("type", deviceType)
                .setParameter("slot", slot)
                .setParameter("name", name)
                .getResultStream()
                .findFirst();
    }

    void add(FirmwareEntity firmware) {
        entities().persist(firmware);
    }

    /**
     * Gives a firmware the files for some hardware that another one has.
     *
     * @return the ids of the copies
     */
    List<Long> copyFiles(long from, FirmwareEntity copy, Author author, Instant now) {
        entities().flush();
        Object user = author.userId().isPresent() ? author.userId().getAsLong() : null;
        return jdbc().list(COPY, row -> row.getLong(1), copy.id(), now, now, user, user, from);
    }

    /** Its files for some hardware go as well. */
    void remove(FirmwareEntity firmware) {
        jdbc().update(
                        "insert into fleet_left_file (id) select distinct file_id from fleet_firmware_hardware"
                                + " where firmware_id = ? and file_id is not null on conflict do nothing",
                        firmware.id());
        entities().remove(firmware);
    }

    boolean isUsed(long id) {
        return exists(USED + " limit 1", id);
    }

    boolean isUsedInProduction(long id) {
        return exists(USED + " and type = 'production' limit 1", id);
    }

    /** Whether a file belongs to any firmware. */
    boolean isNeeded(String fileId) {
        return exists("select 1 from fleet_firmware where file_id = ? limit 1", fileId)
                || exists("select 1 from fleet_firmware_hardware where file_id = ? limit 1", fileId);
    }

    /** Remembers a file that may not be needed any more. */
    void leave(String fileId) {
        jdbc().update("insert into fleet_left_file (id) values (?) on conflict do nothing", fileId);
    }

    /** The same, whatever becomes of the caller's transaction. */
    void leaveAnyway(String fileId) {
        transactions.separately(() -> {
            leave(fileId);
            return fileId;
        });
    }

    /** Forgets such a file. */
    void forget(String fileId) {
        jdbc().update("delete from fleet_left_file where id = ?", fileId);
    }

    /** Files that may not be needed any more. */
    List<String> left() {
        return jdbc().list("select id from fleet_left_file order by id", row -> row.getString(1));
    }

    private Jdbc jdbc() {
        return new Jdbc(transactions);
    }

    private boolean exists(String sql, Object value) {
        return jdbc().first(sql, row -> true, value).isPresent();
    }

    private EntityManager entities() {
        return transactions.em(unit);
    }
}
