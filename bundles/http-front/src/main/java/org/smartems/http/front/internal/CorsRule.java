// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.io.IOException;
import java.util.Set;

/** Lets pages of the configured origins call the REST API; without any, no header says anything about other origins. */
final class CorsRule implements Rule {

    private final Set<String> origins;

    CorsRule(Set<String> origins) {
        this.origins = origins;
    }

    @Override
    public boolean answers(Exchange exchange) throws IOException {
        String origin = exchange.request().getHeader("Origin");
        boolean preflight = exchange.method().equals("OPTIONS")
                && origin != null
                && exchange.request().getHeader("Access-Control-Request-Method") != null;
        if (!origins.isEmpty() && Paths.isRest(exchange.path())) {
            allow(exchange.response(), origin, preflight);
        }
        return preflight && exchange.answerEmpty(204);
    }

    private void allow(FrontResponse response, String origin, boolean preflight) {
        response.setLastingHeader("Vary", "Origin");
        if (origin == null || !origins.contains(origin)) {
            return;
        }
        response.setLastingHeader("Access-Control-Allow-Origin", origin);
        if (preflight) {
            response.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE");
            response.setHeader(
                    "Access-Control-Allow-Headers",
                    "Authorization, Content-Type, If-Range, Range, Tus-Resumable, Upload-Checksum, Upload-Concat,"
                            + " Upload-Defer-Length, Upload-Length, Upload-Metadata, Upload-Offset,"
                            + " X-HTTP-Method-Override");
            response.setHeader("Access-Control-Max-Age", "600");
            return;
        }
        response.setLastingHeader(
                "Access-Control-Expose-Headers",
                "Accept-Ranges, Content-Disposition, Content-Range, ETag, Location, Retry-After,"
                        + " Tus-Checksum-Algorithm, Tus-Extension, Tus-Max-Size, Tus-Resumable, Tus-Version,"
                        + " Upload-Concat, Upload-Defer-Length, Upload-Expires, Upload-Length, Upload-Metadata,"
                        + " Upload-Offset, X-Request-Id");
    }
}
