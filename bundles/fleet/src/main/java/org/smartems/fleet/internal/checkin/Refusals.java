// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;

/** Why a report is not taken now. */
final class Refusals {

    private Refusals() {}

    static PlatformException stopping() {
        return new PlatformException(ErrorCategory.UNAVAILABLE, "stopping", "The server is stopping; try again");
    }

    static PlatformException starting() {
        return new PlatformException(ErrorCategory.UNAVAILABLE, "starting", "The server is starting; try again");
    }

    static PlatformException changing() {
        return new PlatformException(
                ErrorCategory.UNAVAILABLE, "deviceChanging", "The device is being changed; try again");
    }

    static PlatformException tooManyAtOnce(String identifier) {
        return new PlatformException(
                ErrorCategory.UNAVAILABLE,
                "tooManyAtOnce",
                "Too many reports of device " + identifier + " wait already; try again");
    }

    static PlatformException slow(Throwable cause) {
        return new PlatformException(
                ErrorCategory.UNAVAILABLE, "databaseSlow", "The database takes too long; try again", cause);
    }

    static PlatformException interrupted() {
        return new PlatformException(ErrorCategory.UNAVAILABLE, "interrupted", "The call took too long; try again");
    }

    static PlatformException typeChanged() {
        return new PlatformException(
                ErrorCategory.UNAVAILABLE, "deviceTypeChanged", "The device type was changed; try again");
    }

    static PlatformException notStored(Throwable cause) {
        return new PlatformException(ErrorCategory.INTERNAL, "checkInFailed", "The report cannot be stored", cause);
    }
}
