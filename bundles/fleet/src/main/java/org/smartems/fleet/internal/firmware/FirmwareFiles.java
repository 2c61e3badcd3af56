// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.firmware;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.PlatformException;
import org.smartems.api.error.ValidationException;
import org.smartems.fleet.firmware.Firmwares;
import org.smartems.fleet.internal.catalogue.Changes;
import org.smartems.platform.file.FileStore;
import org.smartems.platform.file.StoredFile;
import org.smartems.platform.file.Upload;
import org.smartems.platform.file.Uploads;

/** The files of firmware: equal ones are one file, which goes with the last firmware that is made of it. */
@Component(service = FirmwareFiles.class, configurationPid = FirmwareFiles.PID)
@Designate(ocd = FirmwareFiles.Config.class)
public final class FirmwareFiles {

    static final String PID = "org.smartems.firmware";

    private static final Logger LOG = LoggerFactory.getLogger(FirmwareFiles.class);

    /** Configuration. */
    @ObjectClassDefinition(name = "Firmware")
    public @interface Config {
        /** Bytes that a firmware file may have. */
        @AttributeDefinition(name = "Maximum size (bytes)", min = "1")
        long maximumSize() default 4L << 30;
    }

    private final FileStore store;
    private final Uploads uploads;
    private final StoredFirmware stored;
    private final Changes changes;
    private final long maximumSize;

    @Activate
    public FirmwareFiles(
            @Reference FileStore store,
            @Reference Uploads uploads,
            @Reference StoredFirmware stored,
            @Reference Changes changes,
            Config config) {
        this.store = store;
        this.uploads = uploads;
        this.stored = stored;
        this.changes = changes;
        this.maximumSize = config.maximumSize();
    }

    /** Keeps a file that is neither empty nor too long. */
    StoredFile store(InputStream content) throws IOException {
        try {
            StoredFile file = store.store(new BoundedInput(content, maximumSize));
            if (file.size() == 0) {
                deleteUnneeded(file.sha256());
                throw invalid("validation.tusFileDisallowEmpty");
            }
            return file;
        } catch (BoundedInput.TooLong e) {
            throw tooLong();
        }
    }

    /**
     * Uses an upload that is neither empty nor too long. Needs a change of the catalogue, which files are deleted in,
     * too. When it is rolled back the file goes by itself.
     */
    Upload take(long user, String token) {
        try {
            Upload upload = uploads.take(user, token, Firmwares.UPLOAD_PURPOSE)
                    .orElseThrow(() -> invalid("validation.tusFileNotFound"));
            stored.leaveAnyway(upload.file().sha256());
            if (upload.file().size() == 0) {
                throw invalid("validation.tusFileDisallowEmpty");
            }
            if (upload.file().size() > maximumSize) {
                throw tooLong();
            }
            return upload;
        } catch (IOException e) {
            LOG.error("An upload cannot be moved to the files", e);
            throw invalid("validation.tusFileNotReadable");
        }
    }

    private ValidationException tooLong() {
        return new ValidationException(List.of(FieldError.of("filepath", "validation.tusFileMaxSize")
                .with("limit", maximumSize)
                .with("suffix", "B")));
    }

    /**
     * Fails when a file is gone, because the last firmware of it was deleted since it was kept. Needs a change of the
     * catalogue, which files are deleted in, too.
     */
    void requireThere(StoredFile file) {
        try {
            store.open(file.sha256()).close();
        } catch (IOException e) {
            throw new PlatformException(
                    ErrorCategory.CONFLICT, "concurrentChange", "The same file is being deleted: try again", e);
        }
    }

    /** Remembers, in the caller's transaction, that a file may not be needed any more. */
    void leave(String sha256) {
        stored.leave(sha256);
    }

    /** Deletes a file unless a firmware is made of it. */
    void deleteUnneeded(String sha256) {
        try {
            changes.catalogued(() -> {
                if (stored.isNeeded(sha256) || delete(sha256)) {
                    stored.forget(sha256);
                }
                return sha256;
            });
        } catch (RuntimeException e) {
            LOG.warn("The file {} is not needed any more and could not be deleted", sha256, e);
        }
    }

    FileChannel open(String sha256) throws IOException {
        return store.open(sha256);
    }

    private boolean delete(String sha256) {
        try {
            store.delete(sha256);
            return true;
        } catch (IOException e) {
            LOG.warn("The file {} is not needed any more and could not be deleted", sha256, e);
            return false;
        }
    }

    private static ValidationException invalid(String message) {
        return new ValidationException(List.of(FieldError.of("filepath", message)));
    }
}
