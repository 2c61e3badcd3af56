// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.firmware;

import java.util.Optional;

/**
 * A firmware of a template version; immutable.
 *
 * @param id of the firmware
 * @param version that devices report once it is installed
 * @param md5 of the file, lower case
 * @param fileName last segment of the URL
 * @param externalUrl where devices get it elsewhere; empty for a file of this server
 */
public record FirmwareSnapshot(long id, String version, String md5, String fileName, Optional<String> externalUrl) {}
