// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.firmware;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;
import org.osgi.annotation.versioning.ProviderType;

/** A firmware file for a device; immutable. */
@ProviderType
public final class FirmwareDownload {

    private final FirmwareLink link;
    private final long deviceType;
    private final long size;
    private final String md5;
    private final Instant updatedAt;
    private final Content content;
    private OptionalLong boundCredential = OptionalLong.empty();

    /**
     * Built by the fleet.
     *
     * @param link what the device was given
     * @param deviceType id of the type of the device
     * @param size in bytes
     * @param md5 of the file, 32 lower-case hexadecimal digits
     * @param updatedAt when the firmware was last changed
     * @param content opens the file
     */
    public FirmwareDownload(
            FirmwareLink link, long deviceType, long size, String md5, Instant updatedAt, Content content) {
        this.link = Objects.requireNonNull(link, "link");
        this.deviceType = deviceType;
        this.size = size;
        this.md5 = Objects.requireNonNull(md5, "md5");
        this.updatedAt = Objects.requireNonNull(updatedAt, "updatedAt");
        this.content = Objects.requireNonNull(content, "content");
    }

    /**
     * The same for a device that may log in with one credential only.
     *
     * @param credential id of the credential
     * @return a copy
     */
    public FirmwareDownload boundTo(long credential) {
        FirmwareDownload copy = new FirmwareDownload(link, deviceType, size, md5, updatedAt, content);
        copy.boundCredential = OptionalLong.of(credential);
        return copy;
    }

    /** Opens a file. */
    @FunctionalInterface
    public interface Content {

        /**
         * Opens it.
         *
         * @return for the caller to close
         * @throws IOException when it is gone or cannot be read
         */
        FileChannel open() throws IOException;
    }

    /**
     * What the device was given.
     *
     * @return with the id of the device, and whether it must log in
     */
    public FirmwareLink link() {
        return link;
    }

    /**
     * The type of the device.
     *
     * @return its id
     */
    public long deviceType() {
        return deviceType;
    }

    /**
     * The only credential with which the device may log in.
     *
     * @return its id; empty when any credential of the type will do
     */
    public OptionalLong boundCredential() {
        return boundCredential;
    }

    /**
     * How long the file is.
     *
     * @return in bytes
     */
    public long size() {
        return size;
    }

    /**
     * The checksum of the file.
     *
     * @return 32 lower-case hexadecimal digits
     */
    public String md5() {
        return md5;
    }

    /**
     * When the firmware was last changed, its name included; the bytes of a file never change.
     *
     * @return not before it was uploaded
     */
    public Instant updatedAt() {
        return updatedAt;
    }

    /**
     * Opens the file for reading at any position.
     *
     * @return for the caller to close
     * @throws IOException when it is gone or cannot be read
     */
    public FileChannel open() throws IOException {
        return content.open();
    }
}
