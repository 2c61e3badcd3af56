// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.error;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
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
import org.smartems.resource.ConflictException;
import org.smartems.resource.Message;
import org.smartems.resource.Messages;

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
            ErrorBody body =
                    new ErrorBody(status, invalid.getMessage(), requestId(), null, ErrorBody.tree(invalid.errors()));
            return json(status).entity(body).build();
        }
        if (status >= 500) {
            LOG.warn("Request failed: {}", failure.code(), failure);
        }
        if (failure.category() == ErrorCategory.CONFLICT) {
            return json(status).entity(conflict(messages(failure), requestId())).build();
        }
        Response.ResponseBuilder answer = json(status).entity(body(failure));
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

    private Object body(PlatformException failure) {
        int status = failure.category().status();
        boolean denied =
                failure.category() == ErrorCategory.DENIED && failure.code().startsWith("deny.");
        return denied
                ? new ErrorBody(status, "accessDenied", requestId(), failure.code(), null)
                : new ErrorBody(status, failure.getMessage(), requestId(), null, null);
    }

    private static List<Message> messages(PlatformException failure) {
        return failure instanceof ConflictException conflict
                ? conflict.messages()
                : List.of(Message.error(failure.code()));
    }

    /** The body of a 409; an error outweighs any number of warnings. */
    public static ObjectNode conflict(List<Message> messages, String requestId) {
        boolean error = messages.stream().anyMatch(message -> message.severity() == Message.Severity.ERROR);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("code", 409);
        body.put("message", messages.get(0).message());
        body.put("severity", error ? "error" : "warning");
        body.put("requestId", requestId);
        body.set("errors", Messages.json(messages));
        return body;
    }

    /** What JAX-RS itself refuses: no such route, another method, another media type. */
    private Response http(WebApplicationException refusal) {
        Response original = refusal.getResponse();
        int status = original.getStatus();
        if (status >= 500) {
            LOG.error("Request failed", refusal);
        }
        Response.ResponseBuilder answer =
                json(status).entity(new ErrorBody(status, text(status), requestId(), null, null));
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
                .entity(new ErrorBody(status, message, requestId(), null, null))
                .build();
    }

    private static Response.ResponseBuilder json(int status) {
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE);
    }

    private String requestId() {
        return requestId(request);
    }

    /** The id by which a request is found in the log. */
    public static String requestId(HttpServletRequest request) {
        Object id = request == null ? null : request.getAttribute(REQUEST_ID);
        return id == null ? UUID.randomUUID().toString() : id.toString();
    }
}
