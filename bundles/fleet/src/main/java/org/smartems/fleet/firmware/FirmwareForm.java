// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.firmware;

/**
 * A new firmware as people fill it in; an empty text is a missing one.
 *
 * @param deviceType id of an enabled type
 * @param slot that is switched on in the type
 * @param name unique within its device type and slot
 * @param version that devices report once it is installed
 * @param restricted whether it is a step only on the way to firmware of the same author, because access tags bind who
 *     makes it
 */
public record FirmwareForm(long deviceType, int slot, String name, String version, boolean restricted) {

    /** By somebody whom nothing binds. */
    public FirmwareForm(long deviceType, int slot, String name, String version) {
        this(deviceType, slot, name, version, false);
    }
}
