// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.firmware;

/**
 * What a link is for.
 *
 * @param device id of the device that gets it
 * @param firmware id of an uploaded firmware
 * @param fileName of that firmware
 * @param authenticated whether the device must log in to get the file, as a device that fetches it by a command can
 */
public record FirmwareLink(long device, long firmware, String fileName, boolean authenticated) {}
