// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal;

import java.util.Locale;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;

/** Failures whose code is the label that API clients know. */
public final class Refusals {

    private Refusals() {}

    /** An action that the state of a thing forbids; the code is such as {@code user.cannotDeleteYourself}. */
    public static PlatformException denied(String code) {
        String reason = code.substring(code.lastIndexOf('.') + 1).replaceAll("([A-Z])", " $1");
        return new PlatformException(
                ErrorCategory.DENIED, "deny." + code, "Refused: " + reason.toLowerCase(Locale.ROOT));
    }

    /** Fails with {@link #denied} when a condition holds. */
    public static void denyIf(boolean condition, String code) {
        if (condition) {
            throw denied(code);
        }
    }

    /** A thing that does not exist. */
    public static PlatformException notFound() {
        return new PlatformException(ErrorCategory.NOT_FOUND, "notFound", "There is no such object");
    }
}
