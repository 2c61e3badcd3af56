// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.firmware;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.firmware.ExternalFile;
import org.smartems.fleet.firmware.FirmwareForm;
import org.smartems.fleet.firmware.FirmwareView;
import org.smartems.fleet.firmware.Firmwares;
import org.smartems.fleet.internal.CopyName;
import org.smartems.fleet.internal.Refusals;
import org.smartems.fleet.internal.Violations;
import org.smartems.fleet.internal.catalogue.Changes;
import org.smartems.persistence.Transactions;
import org.smartems.platform.audit.AuditLog;
import org.smartems.platform.audit.Author;
import org.smartems.platform.file.StoredFile;
import org.smartems.platform.file.Upload;

/** See {@link Firmwares}. */
@Component(service = Firmwares.class)
public final class FirmwareService implements Firmwares {

    private final StoredFirmware stored;
    private final FirmwareRules rules;
    private final FirmwareFiles files;
    private final Changes changes;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public FirmwareService(
            @Reference StoredFirmware stored,
            @Reference FirmwareRules rules,
            @Reference FirmwareFiles files,
            @Reference Changes changes,
            @Reference AuditLog audit,
            @Reference Transactions transactions) {
        this.stored = stored;
        this.rules = rules;
        this.files = files;
        this.changes = changes;
        this.audit = audit;
        this.transactions = transactions;
    }

    @Override
    public FirmwareView upload(Author author, FirmwareForm form, String fileName, InputStream content)
            throws IOException {
        requireNoTransaction();
        FirmwareForm stripped = FirmwareRules.stripped(form);
        String name = FileNames.of(fileName);
        transactions.run(() -> checkUpload(stripped, name));
        StoredFile file = files.store(content);
        try {
            return changes.catalogued(() -> {
                checkUpload(stripped, name);
                files.requireThere(file);
                return add(author, FirmwareEntity.uploaded(stripped, name, file));
            });
        } catch (RuntimeException e) {
            files.deleteUnneeded(file.sha256());
            throw e;
        }
    }

    @Override
    public FirmwareView use(Author author, FirmwareForm form, String token) {
        FirmwareForm stripped = FirmwareRules.stripped(form);
        return changes.catalogued(() -> {
            checkUpload(stripped, token.strip());
            Upload upload = files.take(author.userId().orElseThrow(), token.strip());
            return add(author, FirmwareEntity.uploaded(stripped, FileNames.kept(upload.fileName()), upload.file()));
        });
    }

    private void checkUpload(FirmwareForm form, String fileName) {
        Violations violations = new Violations();
        rules.check(form, violations);
        violations.required("filepath", fileName);
        violations.throwIfAny();
    }

    @Override
    public FirmwareView refer(Author author, FirmwareForm form, ExternalFile source) {
        FirmwareForm stripped = FirmwareRules.stripped(form);
        ExternalFile address = FirmwareRules.stripped(source);
        return changes.catalogued(() -> {
            Violations violations = new Violations();
            rules.check(stripped, violations);
            FirmwareRules.check(address, violations);
            violations.throwIfAny();
            return add(author, FirmwareEntity.external(stripped, address));
        });
    }

    @Override
    public FirmwareView editUploaded(Author author, long id, String name) {
        return changes.catalogued(() -> {
            FirmwareEntity firmware = required(id);
            Refusals.denyIf(firmware.isExternal(), "firmware.onlySourceTypeUpload");
            checkRenaming(firmware, name.strip(), new Violations());
            return audit.changed(author, FirmwareEntity.AUDITED, id, () -> rename(author, firmware, name.strip()));
        });
    }

    @Override
    public FirmwareView editExternal(Author author, long id, String name, ExternalFile source) {
        ExternalFile address = FirmwareRules.stripped(source);
        return changes.catalogued(() -> {
            FirmwareEntity firmware = required(id);
            Refusals.denyIf(!firmware.isExternal(), "firmware.onlySourceTypeExternalUrl");
            Violations violations = new Violations();
            FirmwareRules.check(address, violations);
            checkRenaming(firmware, name.strip(), violations);
            return audit.changed(author, FirmwareEntity.AUDITED, id, () -> {
                firmware.refer(address);
                return rename(author, firmware, name.strip());
            });
        });
    }

    @Override
    public FirmwareView duplicate(Author author, long id, boolean restricted) {
        return changes.catalogued(() -> {
            FirmwareEntity firmware = required(id);
            FirmwareForm form = firmware.form();
            String name = CopyName.of(form.name(), taken -> stored.find(form.deviceType(), form.slot(), taken)
                    .isPresent());
            FirmwareEntity copy = firmware.copy(name, restricted);
            FirmwareView view = add(author, copy);
            stored.copyFiles(id, copy, author, clock.instant())
                    .forEach(file -> audit.created(author, HardwareFileService.AUDITED, file));
            return view;
        });
    }

    @Override
    public void delete(Author author, long id) {
        Optional<String> file = changes.catalogued(() -> {
            FirmwareEntity firmware = required(id);
            Refusals.denyIf(stored.isUsed(id), "firmware.usedByTemplate");
            audit.deleted(author, FirmwareEntity.AUDITED, id);
            stored.remove(firmware);
            firmware.fileId().ifPresent(files::leave);
            return firmware.fileId();
        });
        if (!transactions.active()) {
            file.ifPresent(files::deleteUnneeded);
        }
    }

    @Override
    public FirmwareView get(long id) {
        return transactions.call(() -> required(id).view());
    }

    @Override
    public Optional<FirmwareView> find(long deviceType, int slot, String name) {
        return transactions.call(() -> stored.find(deviceType, slot, name).map(FirmwareEntity::view));
    }

    private FirmwareView add(Author author, FirmwareEntity firmware) {
        firmware.touch(author, clock.instant());
        stored.add(firmware);
        audit.created(author, FirmwareEntity.AUDITED, firmware.id());
        return firmware.view();
    }

    private void checkRenaming(FirmwareEntity firmware, String name, Violations violations) {
        Refusals.denyIf(
                stored.isUsedInProduction(firmware.id()), "firmware.accessDeniedUsedByProductionTemplateVersion");
        FirmwareForm form = firmware.form();
        if (!form.name().equals(name)) {
            rules.checkName(new FirmwareForm(form.deviceType(), form.slot(), name, form.version()), violations);
        }
        violations.throwIfAny();
    }

    private FirmwareView rename(Author author, FirmwareEntity firmware, String name) {
        firmware.rename(name);
        firmware.touch(author, clock.instant());
        return firmware.view();
    }

    private FirmwareEntity required(long id) {
        return stored.find(id).orElseThrow(Refusals::notFound);
    }

    private void requireNoTransaction() {
        if (transactions.active()) {
            throw new IllegalStateException("files are not written inside a transaction");
        }
    }
}
