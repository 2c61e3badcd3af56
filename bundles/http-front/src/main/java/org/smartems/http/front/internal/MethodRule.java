// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.io.IOException;
import java.util.Set;

/** TRACE would echo credentials; nothing here serves it or any unknown method. */
final class MethodRule implements Rule {

    private static final String ALLOW = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
    private static final Set<String> KNOWN = Set.of(ALLOW.split(", "));

    @Override
    public boolean answers(Exchange exchange) throws IOException {
        return !KNOWN.contains(exchange.method()) && exchange.refuseMethod(ALLOW);
    }
}
