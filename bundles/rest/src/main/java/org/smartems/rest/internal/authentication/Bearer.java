// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.authentication;

import javax.servlet.http.HttpServletRequest;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;

/** The access token of a request: in {@code Authorization: Bearer} and nowhere else. */
public final class Bearer {

    private static final String SCHEME = "Bearer ";

    private Bearer() {}

    /** Refuses a request without one. */
    public static String token(HttpServletRequest request) {
        return token(request.getHeader("Authorization"));
    }

    static String token(String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new PlatformException(ErrorCategory.UNAUTHENTICATED, "tokenMissing", "JWT Token not found");
        }
        return header.substring(SCHEME.length()).trim();
    }
}
