// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.firmware;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.Scope;
import org.smartems.fleet.firmware.ExternalFile;
import org.smartems.fleet.internal.Refusals;
import org.smartems.fleet.internal.Violations;
import org.smartems.fleet.internal.access.Access;
import org.smartems.fleet.internal.access.UsedFiles;
import org.smartems.fleet.internal.catalogue.Changes;
import org.smartems.fleet.internal.store.Rows;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.platform.audit.AuditLog;
import org.smartems.platform.audit.AuditedEntity;
import org.smartems.platform.audit.Author;
import org.smartems.platform.file.Upload;

/** The files of firmware for single hardware: a file never changes, it is removed and made anew. */
@Component(service = HardwareFileService.class)
public final class HardwareFileService {

    private static final String TABLE = "fleet_firmware_hardware";

    static final AuditedEntity AUDITED = AuditedEntity.row("FirmwareHardware", TABLE);

    private static final UsedFiles USED = new UsedFiles("f", "firmware");

    private final Changes changes;
    private final Transactions transactions;
    private final StoredFirmware stored;
    private final FirmwareFiles files;
    private final Rows rows;

    @Activate
    public HardwareFileService(
            @Reference Changes changes,
            @Reference Transactions transactions,
            @Reference StoredFirmware stored,
            @Reference FirmwareFiles files,
            @Reference AuditLog audit) {
        this.changes = changes;
        this.transactions = transactions;
        this.stored = stored;
        this.files = files;
        // of the sequence of firmware, see V6
        this.rows = Rows.of(transactions, audit, AUDITED.name(), TABLE, "fleet_firmware_seq");
    }

    /** Which file of which firmware. */
    record Place(long firmware, long hardware) {}

    long use(Author author, Place place, String token) {
        return changes.catalogued(() -> {
            Violations violations = checked(place);
            violations.required("filepath", token.strip());
            violations.throwIfAny();
            Upload upload = files.take(author.userId().orElseThrow(), token.strip());
            Map<String, Object> columns = columns(place, "upload");
            columns.put("md5", upload.file().md5());
            columns.put("filename", FileNames.kept(upload.fileName()));
            columns.put("file_id", upload.file().sha256());
            columns.put("file_size", upload.file().size());
            return rows.add(author, columns);
        });
    }

    long refer(Author author, Place place, ExternalFile source) {
        ExternalFile address = FirmwareRules.stripped(source);
        return changes.catalogued(() -> {
            Violations violations = checked(place);
            FirmwareRules.check(address, violations);
            violations.throwIfAny();
            Map<String, Object> columns = columns(place, "externalUrl");
            columns.putAll(columns(address));
            return rows.add(author, columns);
        });
    }

    /** Replaces the address; an uploaded file is never changed, so that nobody gets the end of another one. */
    void editExternal(Author author, long id, ExternalFile source) {
        ExternalFile address = FirmwareRules.stripped(source);
        changes.catalogued(() -> {
            refuseInProduction(firmware(id));
            Refusals.denyIf(
                    rows.exists("id = ? and source_type <> 'externalUrl'", id),
                    "firmwareHardware.onlySourceTypeExternalUrl");
            Violations violations = new Violations();
            FirmwareRules.check(address, violations);
            violations.throwIfAny();
            rows.change(author, id, columns(address));
            return id;
        });
    }

    void delete(Author author, long id) {
        Optional<String> file = changes.catalogued(() -> {
            refuseInProduction(firmware(id));
            Optional<String> uploaded = jdbc().first(
                            "select file_id from fleet_firmware_hardware where id = ? and file_id is not null",
                            row -> row.getString(1),
                            id);
            rows.remove(author, id);
            uploaded.ifPresent(files::leave);
            return uploaded;
        });
        if (!transactions.active()) {
            file.ifPresent(files::deleteUnneeded);
        }
    }

    /** Whoever may not change a firmware does not add files to it either. */
    void requireChangeable(long firmware, Scope scope) {
        if (!scope.isBound()) {
            return;
        }
        long user = scope.user().getAsLong();
        refuseIf("accessDeniedNotOwned", "f.created_by is distinct from ?", firmware, user);
        refuseIf(
                "accessDeniedDeviceOutsideAccessScope",
                USED.usedBy(Access.hasUnseenDevice("v.template_id", "?")),
                firmware,
                user);
    }

    private void refuseIf(String code, String condition, long firmware, long user) {
        boolean holds = jdbc().first(
                        "select 1 from fleet_firmware f where f.id = ? and " + condition,
                        row -> row.getInt(1),
                        firmware,
                        user)
                .isPresent();
        Refusals.denyIf(holds, "firmwareHardware." + code);
    }

    private Violations checked(Place place) {
        long type = type("fleet_firmware", place.firmware()).orElseThrow(() -> Violations.of("firmware", "choice"));
        refuseInProduction(place.firmware());
        Violations violations = new Violations();
        boolean fits = type("fleet_hardware", place.hardware())
                .filter(other -> other == type)
                .isPresent();
        violations.require(fits, "hardware", "choice");
        boolean taken = rows.exists("firmware_id = ? and hardware_id = ?", place.firmware(), place.hardware());
        violations.require(!taken, "hardware", "uniqueEntity");
        return violations;
    }

    private void refuseInProduction(long firmware) {
        Refusals.denyIf(
                stored.isUsedInProduction(firmware), "firmwareHardware.accessDeniedUsedByProductionTemplateVersion");
    }

    private Optional<Long> type(String table, long id) {
        return jdbc().first("select device_type_id from " + table + " where id = ?", row -> row.getLong(1), id);
    }

    private static Map<String, Object> columns(Place place, String sourceType) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("firmware_id", place.firmware());
        columns.put("hardware_id", place.hardware());
        columns.put("source_type", sourceType);
        return columns;
    }

    private static Map<String, Object> columns(ExternalFile address) {
        return Map.of(
                "md5", address.md5(),
                "filename", FileNames.ofUrl(address.url()),
                "external_url", address.url());
    }

    private long firmware(long id) {
        return jdbc().first("select firmware_id from fleet_firmware_hardware where id = ?", row -> row.getLong(1), id)
                .orElseThrow(Refusals::notFound);
    }

    private Jdbc jdbc() {
        return new Jdbc(transactions);
    }
}
