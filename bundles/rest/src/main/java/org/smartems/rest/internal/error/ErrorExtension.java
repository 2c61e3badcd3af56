// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.error;

import com.fasterxml.jackson.core.JacksonException;
import java.util.UUID;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.api.error.ValidationException;

/** Turns every exception into an answer; nothing of a class, a path or SQL reaches the client. */
public final class ErrorExtension implements ExceptionMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorExtension.class);
    private static final String REQUEST_ID = "org.smartems.http.requestId";
    /** Set by the HTTP front to the status with which it refused the body: 413 too large, 408 too slow. */
    private static final String BODY_REFUSED = "org.smartems.http.bodyRefused";

    private static final String RETRY_SECONDS = "5";
    private static final String THROTTLE_SECONDS = "60";

    @Context
    private HttpServletRequest request;

    /** The request is injected. */
    public ErrorExtension() {}

    ErrorExtension(HttpServletRequest request) {
        this.request = request;
    }

    @Override
    public Response toResponse(Throwable failure) {
        PlatformException known = knownBehind(failure);
        if (known != null) {
            return known(known);
        }
        if (failure instanceof WebApplicationException http) {
            return http(http);
        }
        if (request != null && request.getAttribute(BODY_REFUSED) instanceof Integer status) {
            return answer(status, text(status));
        }
        if (failure instanceof JacksonException) {
            return answer(400, "The body is not valid JSON");
        }
        LOG.error("Request failed", failure);
        return answer(500, "Internal error");
    }

    private static PlatformException knownBehind(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 10; depth++) {
            if (cause instanceof PlatformException known) {
                return known;
            }
            cause = cause.getCause();
        }
        return null;
    }

    private Response known(PlatformException failure) {
        int status = failure.category().status();
        if (failure instanceof ValidationException invalid) {
            ErrorBody body = new ErrorBody(status, invalid.getMessage(), requestId(), ErrorBody.tree(invalid.errors()));
            return json(status).entity(body).build();
        }
        if (status >= 500) {
            LOG.warn("Request failed: {}", failure.code(), failure);
        }
        Response.ResponseBuilder answer =
                json(status).entity(new ErrorBody(status, failure.getMessage(), requestId(), null));
        if (failure.category() == ErrorCategory.UNAUTHENTICATED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (failure.category() == ErrorCategory.UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        if (failure.category() == ErrorCategory.THROTTLED) {
            answer.header(HttpHeaders.RETRY_AFTER, THROTTLE_SECONDS);
        }
        return answer.build();
    }

    /** What JAX-RS itself refuses: no such route, another method, another media type. */
    private Response http(WebApplicationException refusal) {
        Response original = refusal.getResponse();
        int status = original.getStatus();
        if (status >= 500) {
            LOG.error("Request failed", refusal);
        }
        Response.ResponseBuilder answer = json(status).entity(new ErrorBody(status, text(status), requestId(), null));
        String allow = original.getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? answer.build()
                : answer.header(HttpHeaders.ALLOW, allow).build();
    }

    private static String text(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? "Request refused" : known.getReasonPhrase();
    }

    private Response answer(int status, String message) {
        return json(status)
                .entity(new ErrorBody(status, message, requestId(), null))
                .build();
    }

    private static Response.ResponseBuilder json(int status) {
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE);
    }

    private String requestId() {
        Object id = request == null ? null : request.getAttribute(REQUEST_ID);
        return id == null ? UUID.randomUUID().toString() : id.toString();
    }
}
