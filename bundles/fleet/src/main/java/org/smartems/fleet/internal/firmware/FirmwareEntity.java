// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.firmware;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import org.smartems.fleet.firmware.ExternalFile;
import org.smartems.fleet.firmware.FirmwareForm;
import org.smartems.fleet.firmware.FirmwareView;
import org.smartems.fleet.internal.store.Audited;
import org.smartems.platform.audit.AuditedEntity;
import org.smartems.platform.audit.Author;
import org.smartems.platform.file.StoredFile;

/** A firmware. Never leaves this bundle. */
@Entity
@Table(name = "fleet_firmware")
public class FirmwareEntity extends Audited {

    static final AuditedEntity AUDITED = new AuditedEntity(
            "Firmware",
            "select to_jsonb(f) - 'slot' || jsonb_build_object('feature', f.slot::text) from fleet_firmware f"
                    + " where f.id = ?",
            Set.of());

    private static final String UPLOAD = "upload";
    private static final String EXTERNAL_URL = "externalUrl";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "fleet_firmware_seq")
    @SequenceGenerator(name = "fleet_firmware_seq", sequenceName = "fleet_firmware_seq", allocationSize = 1)
    private Long id;

    private String uuid;

    @Column(name = "device_type_id")
    private long deviceType;

    private int slot;

    @Column(name = "source_type")
    private String sourceType;

    private String name;

    @Column(name = "firmware_version")
    private String firmwareVersion;

    private String md5;

    @Column(name = "filename")
    private String fileName;

    @Column(name = "file_id")
    private String fileId;

    @Column(name = "file_size")
    private Long fileSize;

    @Column(name = "external_url")
    private String externalUrl;

    private boolean restricted;

    /** For the persistence provider. */
    protected FirmwareEntity() {}

    private FirmwareEntity(FirmwareForm form, String sourceType) {
        this.uuid = UUID.randomUUID().toString();
        this.deviceType = form.deviceType();
        this.slot = form.slot();
        this.name = form.name();
        this.firmwareVersion = form.version();
        this.sourceType = sourceType;
        this.restricted = form.restricted();
    }

    static FirmwareEntity uploaded(FirmwareForm form, String fileName, StoredFile file) {
        FirmwareEntity firmware = new FirmwareEntity(form, UPLOAD);
        firmware.fileName = fileName;
        firmware.md5 = file.md5();
        firmware.fileId = file.sha256();
        firmware.fileSize = file.size();
        return firmware;
    }

    static FirmwareEntity external(FirmwareForm form, ExternalFile source) {
        FirmwareEntity firmware = new FirmwareEntity(form, EXTERNAL_URL);
        firmware.refer(source);
        return firmware;
    }

    /** Another one of the same file or address. */
    FirmwareEntity copy(String copyName, boolean isRestricted) {
        FirmwareForm form = new FirmwareForm(deviceType, slot, copyName, firmwareVersion, isRestricted);
        FirmwareEntity copy = new FirmwareEntity(form, sourceType);
        copy.fileName = fileName;
        copy.md5 = md5;
        copy.fileId = fileId;
        copy.fileSize = fileSize;
        copy.externalUrl = externalUrl;
        return copy;
    }

    final void refer(ExternalFile source) {
        externalUrl = source.url();
        md5 = source.md5();
        fileName = FileNames.ofUrl(source.url());
    }

    void rename(String changed) {
        name = changed;
    }

    void touch(Author author, Instant now) {
        changed(author, now);
    }

    long id() {
        return id;
    }

    boolean isExternal() {
        return EXTERNAL_URL.equals(sourceType);
    }

    /** The key of an uploaded file. */
    Optional<String> fileId() {
        return Optional.ofNullable(fileId);
    }

    FirmwareForm form() {
        return new FirmwareForm(deviceType, slot, name, firmwareVersion, restricted);
    }

    FirmwareView view() {
        return new FirmwareView(
                id,
                uuid,
                form(),
                md5,
                fileName,
                fileSize == null ? OptionalLong.empty() : OptionalLong.of(fileSize),
                Optional.ofNullable(externalUrl),
                history());
    }
}
