// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.connectors;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javax.servlet.DispatcherType;
import javax.servlet.Filter;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.HandlerWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before everything that Pax Web serves and sends each request through the front filter. Without that filter
 * nothing is served at all: an answer would lack its headers and a request its limits.
 */
final class Gate extends HandlerWrapper {

    /** Name of the connector that took the request. */
    static final String CONNECTOR = "org.smartems.http.connector";

    /** The request target as the client sent it: only here a form other than a path can be told. */
    static final String TARGET = "org.smartems.http.requestTarget";

    /** Sets a header to the letter: the servlet's own methods respell content types that Jetty knows. */
    static final String HEADER = "org.smartems.http.header";

    /** What a request that has waited goes on with, past nothing that it has passed already. */
    static final String REST = "org.smartems.http.rest";

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    private final Supplier<Filter> fronts;

    Gate(Supplier<Filter> fronts) {
        this.fronts = fronts;
    }

    @Override
    public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (base.getDispatcherType() != DispatcherType.REQUEST) {
            goOn(target, base, request, response);
            return;
        }
        Filter front = fronts.get();
        if (front == null) {
            response.setHeader("Retry-After", "5");
            JsonErrorHandler.answer(base, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "starting");
            return;
        }
        base.setAttribute(CONNECTOR, base.getHttpChannel().getConnector().getName());
        base.setAttribute(TARGET, base.getOriginalURI());
        BiConsumer<String, String> header = base.getResponse().getHttpFields()::put;
        base.setAttribute(HEADER, header);
        boolean[] passed = {false};
        try {
            front.doFilter(request, response, (passedRequest, passedResponse) -> {
                passed[0] = true;
                super.handle(target, base, (HttpServletRequest) passedRequest, (HttpServletResponse) passedResponse);
            });
        } catch (IOException | ServletException | RuntimeException e) {
            answerFailure(base, e);
            return;
        }
        if (!passed[0]) {
            base.setHandled(true);
        }
    }

    private void goOn(String target, Request base, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        boolean hasWaited = base.getDispatcherType() == DispatcherType.ASYNC;
        if (!hasWaited || !(base.getAttribute(REST) instanceof Callable<?> rest)) {
            super.handle(target, base, request, response);
            return;
        }
        base.removeAttribute(REST);
        base.setHandled(true);
        try {
            rest.call();
        } catch (Exception e) {
            answerFailure(base, e);
        }
    }

    private static void answerFailure(Request base, Exception failure) throws IOException, ServletException {
        int status = status(failure);
        if (base.getResponse().isCommitted() || status < 0) {
            rethrow(failure);
        }
        if (status == HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            LOG.error("Request {} failed", JsonErrorHandler.requestId(base), failure);
        }
        if (base.getContentLengthLong() != 0) {
            base.getResponse().setHeader("Connection", "close");
        }
        JsonErrorHandler.answer(base, status, null);
    }

    /** Negative: the client is away, nobody reads an answer. */
    private static int status(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BadMessageException bad) {
                return bad.getCode();
            }
            if (cause instanceof TimeoutException) {
                return HttpServletResponse.SC_REQUEST_TIMEOUT;
            }
        }
        return failure instanceof IOException ? -1 : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    private static void rethrow(Exception failure) throws IOException, ServletException {
        if (failure instanceof IOException io) {
            throw io;
        }
        if (failure instanceof ServletException servlet) {
            throw servlet;
        }
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        throw new ServletException(failure);
    }
}
