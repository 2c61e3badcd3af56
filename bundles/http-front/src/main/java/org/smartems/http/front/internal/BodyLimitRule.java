// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.io.IOException;

/** Refuses a body that is too large, by its announced length unread, otherwise while it is read; or that trickles. */
final class BodyLimitRule implements Rule {

    private static final long ACCOUNT_BYTES = 64L << 10;

    private final FrontSettings settings;
    private final BodyWaits waits = new BodyWaits();

    BodyLimitRule(FrontSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean answers(Exchange exchange) throws IOException {
        long limit = limit(exchange.path());
        if (exchange.request().getContentLengthLong() > limit) {
            return refuse(exchange, limit);
        }
        BodyLimits limits = new BodyLimits(limit, settings.minimumRequestDataRate(), waits);
        exchange.request().limitBody(limits, status -> {
            if (exchange.response().isCommitted()) {
                return;
            }
            switch (status) {
                case 413 -> refuse(exchange, limit);
                case 408 -> exchange.refuse(status, "Request Timeout", "body too slow");
                case 503 -> exchange.refuseForNow("busy", "too many requests wait for their body");
                default -> exchange.refuse(status, "Bad Request", "body ended early");
            }
        });
        return false;
    }

    private long limit(String path) {
        if (Paths.isUnder(path, Paths.UPLOAD)) {
            // Firmware comes in here; the upload has its own limit, which it also tells the client.
            return Long.MAX_VALUE;
        }
        if (Paths.isAccount(path)) {
            return ACCOUNT_BYTES;
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
