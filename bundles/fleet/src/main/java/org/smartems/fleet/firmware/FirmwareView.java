// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.firmware;

import java.util.Optional;
import java.util.OptionalLong;
import org.smartems.fleet.History;

/**
 * A stored firmware.
 *
 * @param id of the firmware
 * @param uuid made by the server
 * @param values what was filled in
 * @param md5 of the file, 32 lower-case hexadecimal digits
 * @param fileName last segment of the address
 * @param size of an uploaded file in bytes
 * @param externalUrl where devices get it elsewhere; empty for an uploaded file
 * @param history when and by whom
 */
public record FirmwareView(
        long id,
        String uuid,
        FirmwareForm values,
        String md5,
        String fileName,
        OptionalLong size,
        Optional<String> externalUrl,
        History history) {}
