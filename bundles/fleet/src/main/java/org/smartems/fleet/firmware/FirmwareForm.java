// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.firmware;

/**
 * A new firmware as people fill it in; an empty text is a missing one.
 *
 * @param deviceType id of an enabled type
 * @param slot that is switched on in the type
 * @param name unique within its device type and slot
 * @param version that devices report once it is installed
 */
public record FirmwareForm(long deviceType, int slot, String name, String version) {}
