// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.io.IOException;

/** Keeps HEAD and OPTIONS from the REST API: a HEAD would run the GET, and some of those change state. */
final class ApiMethodRule implements Rule {

    private static final String ALLOW = "GET, POST, PUT, PATCH, DELETE, OPTIONS";
    /** Nothing but files is read there. */
    private static final String DOWNLOADS = Paths.API + "/download";

    @Override
    public boolean answers(Exchange exchange) throws IOException {
        if (!Paths.isUnder(exchange.path(), Paths.API)) {
            return false;
        }
        return switch (exchange.method()) {
            case "HEAD" -> !Paths.isUnder(exchange.path(), DOWNLOADS) && exchange.refuseMethod(ALLOW);
            case "OPTIONS" -> {
                exchange.response().setHeader("Allow", ALLOW);
                yield exchange.answerEmpty(204);
            }
            default -> false;
        };
    }
}
