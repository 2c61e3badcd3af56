// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.firmware;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.smartems.platform.audit.Author;

/**
 * Firmware. Safe for use by many threads; all but {@link #upload} join the caller's transaction.
 *
 * <p>Bad input is a {@link org.smartems.api.error.ValidationException}, an unknown id a
 * {@link org.smartems.api.error.PlatformException} of category NOT_FOUND, an action that the use of the firmware
 * forbids one of DENIED whose code begins with {@code deny.firmware.}.
 */
@ProviderType
public interface Firmwares {

    /** What a file must have been uploaded for, if its client said so. */
    String UPLOAD_PURPOSE = "firmware";

    /**
     * Keeps a file. What is wrong with the form is told before the file is read.
     *
     * @param author who does it
     * @param form all of it
     * @param fileName as it was called where it comes from
     * @param content read to its end, not closed
     * @return what was stored
     * @throws IOException when the content cannot be read or kept; nothing is kept of it
     * @throws IllegalStateException inside a transaction: reading takes its time
     */
    FirmwareView upload(Author author, FirmwareForm form, String fileName, InputStream content) throws IOException;

    /**
     * Makes a firmware of a finished upload, whose token is used with that.
     *
     * @param author a user, who has uploaded the file
     * @param form all of it
     * @param token of the upload; refused at {@code filepath} when it is no finished upload of the user for
     *     {@link #UPLOAD_PURPOSE}
     * @return what was stored
     */
    FirmwareView use(Author author, FirmwareForm form, String token);

    /**
     * Sends devices to a file elsewhere, which this server never reads.
     *
     * @param author who does it
     * @param form all of it
     * @param source address and checksum of the file
     * @return what was stored
     */
    FirmwareView refer(Author author, FirmwareForm form, ExternalFile source);

    /**
     * Renames an uploaded firmware that no template version of type production uses.
     *
     * @param author who does it
     * @param id of the firmware
     * @param name unique within its device type and slot
     * @return what was stored
     */
    FirmwareView editUploaded(Author author, long id, String name);

    /**
     * Replaces name and address of a firmware elsewhere that no template version of type production uses.
     *
     * @param author who does it
     * @param id of the firmware
     * @param name unique within its device type and slot
     * @param source address and checksum of the file
     * @return what was stored
     */
    FirmwareView editExternal(Author author, long id, String name, ExternalFile source);

    /**
     * Makes a copy with a name of its own, of the same file or address.
     *
     * @param author who does it
     * @param id of the firmware to copy
     * @param restricted see {@link FirmwareForm}
     * @return the copy
     */
    FirmwareView duplicate(Author author, long id, boolean restricted);

    /**
     * Removes a firmware that no template version uses. Its file goes too when nothing else is made of the same one:
     * at once, or within a minute when the caller has a transaction.
     *
     * @param author who does it
     * @param id of the firmware
     */
    void delete(Author author, long id);

    /**
     * One firmware.
     *
     * @param id of the firmware
     * @return what is stored
     */
    FirmwareView get(long id);

    /**
     * One firmware by its name.
     *
     * @param deviceType id of its type
     * @param slot 1 to 3
     * @param name exact
     * @return empty when there is none
     */
    Optional<FirmwareView> find(long deviceType, int slot, String name);
}
