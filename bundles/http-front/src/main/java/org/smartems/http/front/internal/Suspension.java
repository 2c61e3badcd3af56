// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.io.IOException;
import java.util.concurrent.Callable;
import javax.servlet.AsyncContext;
import javax.servlet.ServletException;
import org.slf4j.MDC;

/** A request that keeps no thread until it goes on, on one of the server's and as if it had just come. */
final class Suspension implements RequestQueue.Waiting {

    /** Request attribute: what the connectors call in place of this front when the request goes on. */
    static final String REST = "org.smartems.http.rest";

    /** What is done with a request. */
    @FunctionalInterface
    interface Work {
        void run(boolean hasPlace) throws IOException, ServletException;
    }

    private final AsyncContext context;
    private volatile boolean hasPlace;

    private Suspension(Exchange exchange, Work work) {
        Callable<Void> rest = () -> {
            goOn(exchange, work);
            return null;
        };
        exchange.request().setAttribute(REST, rest);
        context = exchange.request().startAsync();
        context.setTimeout(0);
    }

    /** Nothing is read or written until the request goes on. */
    static Suspension of(Exchange exchange, Work work) {
        return new Suspension(exchange, work);
    }

    @Override
    public void goOn(boolean withPlace) {
        hasPlace = withPlace;
        context.dispatch();
    }

    private void goOn(Exchange exchange, Work work) throws IOException, ServletException {
        MDC.put(FrontFilter.MDC_REQUEST_ID, exchange.requestId());
        try {
            exchange.ignoringRefusedBody(() -> work.run(hasPlace));
        } finally {
            MDC.remove(FrontFilter.MDC_REQUEST_ID);
        }
    }
}
