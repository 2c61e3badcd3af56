// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.util.OptionalLong;

/**
 * A device as it was read.
 *
 * @param id 0 for one that is not there
 * @param identifier by which it is known
 * @param isIdentified whether it is that of a report; else name or uuid stand for it
 * @param name of the device
 * @param enabled whether it gets work
 * @param templateVersion that applies to it
 * @param variables JSON of the variables that people defined
 * @param accessTags as the database writes them, such as {@code {1,2}}
 * @param state of the device
 */
public record DeviceSnapshot(
        long id,
        String identifier,
        boolean isIdentified,
        String name,
        boolean enabled,
        OptionalLong templateVersion,
        String variables,
        String accessTags,
        DeviceState state) {

    /** No access tags. */
    static final String UNTAGGED = "{}";

    /** A device that is not there. */
    public static DeviceSnapshot unknown(String identifier) {
        return new DeviceSnapshot(
                0, identifier, true, identifier, false, OptionalLong.empty(), "[]", UNTAGGED, DeviceState.NEW);
    }

    /** Whether it is there. */
    public boolean isKnown() {
        return id != 0;
    }
}
