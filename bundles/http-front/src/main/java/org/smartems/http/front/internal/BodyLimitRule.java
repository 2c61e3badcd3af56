// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.io.IOException;

/** Refuses a body that is too large, by its announced length unread, otherwise while it is read; or that trickles. */
final class BodyLimitRule implements Rule {

    private final FrontSettings settings;

    BodyLimitRule(FrontSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean answers(Exchange exchange) throws IOException {
        long limit = limit(exchange.path());
        if (exchange.request().getContentLengthLong() > limit) {
            return refuse(exchange, limit);
        }
        exchange.request().limitBody(limit, settings.minimumRequestDataRate(), status -> {
            if (exchange.response().isCommitted()) {
                return;
            }
            if (status == 413) {
                refuse(exchange, limit);
            } else {
                exchange.refuse(status, "Request Timeout", "body slower than the minimum rate");
            }
        });
        return false;
    }

    private long limit(String path) {
        if (Paths.isUnder(path, Paths.UPLOAD)) {
            // Firmware comes in here; the upload has its own limit, which it also tells the client.
            return Long.MAX_VALUE;
        }
        if (Paths.isListOrExport(path)) {
            return settings.listBodyBytes();
        }
        return Paths.isConsole(path) ? settings.restBodyBytes() : settings.deviceBodyBytes();
    }

    private static boolean refuse(Exchange exchange, long limit) throws IOException {
        return exchange.refuse(413, "Payload Too Large", "body larger than " + limit + " bytes");
    }
}
