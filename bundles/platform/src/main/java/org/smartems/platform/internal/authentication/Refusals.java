// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.authentication;

import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;

/** The refusals of log in, one place for their wording, which clients compare. */
final class Refusals {

    private Refusals() {}

    static PlatformException credentials() {
        return unauthenticated("invalidCredentials", "Invalid credentials.");
    }

    static PlatformException disabled() {
        return unauthenticated("accountDisabled", "accountDisabled");
    }

    static PlatformException noVpn() {
        return unauthenticated("accessDeniedNoVpnSecuritySuite", "accessDeniedNoVpnSecuritySuite");
    }

    static PlatformException locked() {
        return unauthenticated(
                "accountDisabledTooManyFailedLoginAttempts", "accountDisabledTooManyFailedLoginAttempts");
    }

    static PlatformException invalidToken() {
        return unauthenticated("invalidToken", "Invalid JWT Token");
    }

    static PlatformException expiredToken() {
        return unauthenticated("expiredToken", "Expired JWT Token");
    }

    static PlatformException refreshToken() {
        return unauthenticated("refreshTokenUnknown", "JWT Refresh Token Not Found");
    }

    static PlatformException throttled() {
        return new PlatformException(ErrorCategory.THROTTLED, "tooManyRequests", "tooManyRequests");
    }

    private static PlatformException unauthenticated(String code, String message) {
        return new PlatformException(ErrorCategory.UNAUTHENTICATED, code, message);
    }
}
