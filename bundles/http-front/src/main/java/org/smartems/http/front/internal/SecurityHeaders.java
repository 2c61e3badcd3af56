// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.util.LinkedHashMap;
import java.util.Map;

/** On every answer, errors included. */
final class SecurityHeaders {

    private final Map<String, String> always = new LinkedHashMap<>();
    private final long hstsMaxAge;

    SecurityHeaders(String contentSecurityPolicy, long hstsMaxAge) {
        this.hstsMaxAge = hstsMaxAge;
        always.put("X-Content-Type-Options", "nosniff");
        always.put("X-Frame-Options", "DENY");
        always.put("Referrer-Policy", "no-referrer");
        always.put(
                "Permissions-Policy",
                "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(),"
                        + " payment=(), usb=()");
        always.put("Cross-Origin-Opener-Policy", "same-origin");
        always.put("Cross-Origin-Resource-Policy", "same-origin");
        if (!contentSecurityPolicy.isEmpty()) {
            always.put("Content-Security-Policy", contentSecurityPolicy);
        }
    }

    void apply(Exchange exchange) {
        FrontResponse response = exchange.response();
        response.setLastingHeader("X-Request-Id", exchange.requestId());
        always.forEach(response::setLastingHeader);
        if (hstsMaxAge > 0 && exchange.request().isSecure()) {
            response.setLastingHeader("Strict-Transport-Security", "max-age=" + hstsMaxAge);
        }
        if (Paths.isRest(exchange.path()) || Paths.isUnder(exchange.path(), Paths.HEALTH)) {
            response.setLastingHeader("Cache-Control", "no-store");
        }
    }
}
