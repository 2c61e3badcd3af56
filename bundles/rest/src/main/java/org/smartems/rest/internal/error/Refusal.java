// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.error;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.smartems.api.error.PlatformException;

/**
 * A refusal, worded as the API does it, where JAX-RS has no part.
 *
 * @param status of HTTP
 * @param message one sentence
 */
public record Refusal(int status, String message) {

    private static final String REQUEST_ID = "org.smartems.http.requestId";
    private static final String RETRY_SECONDS = "5";

    /** A failure with a meaning. */
    public static Refusal of(PlatformException failure) {
        return new Refusal(failure.category().status(), failure.getMessage());
    }

    /** Answers it. */
    public void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object id = request.getAttribute(REQUEST_ID);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("code", status).put("message", message);
        if (id != null) {
            body.put("requestId", id.toString());
        }
        response.setStatus(status);
        if (status == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", RETRY_SECONDS);
        }
        response.setContentType("application/json;charset=utf-8");
        response.getOutputStream().write(body.toString().getBytes(StandardCharsets.UTF_8));
    }
}
