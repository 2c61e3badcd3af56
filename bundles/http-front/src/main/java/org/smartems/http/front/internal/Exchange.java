// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.io.IOException;
import javax.servlet.ServletException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A request on its way through the rules. */
final class Exchange {

    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private static final String REFUSED = "Refused {}: {} from {} {} {}: {}";
    private static final String CONNECTOR = "org.smartems.http.connector";
    private static final String TARGET = "org.smartems.http.requestTarget";

    private final String requestId;
    private final FrontRequest request;
    private final FrontResponse response;
    private final String target;

    Exchange(String requestId, FrontRequest request, FrontResponse response) {
        this.requestId = requestId;
        this.request = request;
        this.response = response;
        Object given = request.getAttribute(TARGET);
        this.target = given == null ? String.valueOf(request.getRequestURI()) : given.toString();
    }

    String requestId() {
        return requestId;
    }

    FrontRequest request() {
        return request;
    }

    FrontResponse response() {
        return response;
    }

    String method() {
        return request.getMethod();
    }

    /** Empty when unknown, which no rule takes for one that may see the console. */
    String connector() {
        Object name = request.getAttribute(CONNECTOR);
        return name == null ? "" : name.toString();
    }

    /** As the client sent it, undecoded: decisions on one form and dispatch on another open a way around them. */
    String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** Path and query as the client sent them; the query may hold secrets and is not for logs. */
    String target() {
        return target;
    }

    boolean isSafe() {
        return method().equals("GET") || method().equals("HEAD");
    }

    /** Answers an error. The reason is for the log only. */
    boolean refuse(int status, String message, String reason) throws IOException {
        LOG.info(REFUSED, logged(status, reason));
        return answer(status, message);
    }

    /** Answers that the request is one too many; whoever counts those tells the log. Nothing of the body is read. */
    void sendAway(String retryAfter) throws IOException {
        LOG.debug(REFUSED, logged(503, "too many devices"));
        response.setHeader("Retry-After", retryAfter);
        response.setHeader("Connection", "close"); // it is not needed until then, and others need theirs
        answer(503, "busy");
    }

    private Object[] logged(int status, String reason) {
        return new Object[] {
            requestId, status, request.getRemoteAddr(), LogText.method(method()), LogText.path(path()), reason
        };
    }

    private boolean answer(int status, String message) throws IOException {
        // An unread body cannot be skipped, and Jetty keeps the connection of a CONNECT, even a refused one, for a
        // tunnel.
        if (request.hasBody() || method().equals("CONNECT")) {
            response.setHeader("Connection", "close");
        }
        response.setHeader("Cache-Control", "no-store");
        response.answer(status, Json.error(status, message, requestId));
        return true;
    }

    boolean refuseForNow(String message, String reason) throws IOException {
        return refuseForNow(message, reason, "5");
    }

    boolean refuseForNow(String message, String reason, String retryAfter) throws IOException {
        response.setHeader("Retry-After", retryAfter);
        return refuse(503, message, reason);
    }

    /** Does work whose failures are no news once the answer has left that the body is refused. */
    void ignoringRefusedBody(DeviceQueue.Work work) throws IOException, ServletException {
        try {
            work.run();
        } catch (IOException | ServletException | RuntimeException e) {
            if (!request.isBodyRefused()) {
                throw e;
            }
        }
    }

    boolean refuseMethod(String allow) throws IOException {
        response.setHeader("Allow", allow);
        return refuse(405, "Method Not Allowed", "method");
    }

    boolean answerEmpty(int status) throws IOException {
        response.setStatus(status);
        response.flushBuffer();
        return true;
    }

    boolean redirect(int status, String location) throws IOException {
        response.setHeader("Location", location);
        return answerEmpty(status);
    }
}
