// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** An error as every operation answers it. */
record ErrorAnswer(String component, String description) {

    private static final Map<Integer, ErrorAnswer> KNOWN = Map.of(
            400, new ErrorAnswer("Invalid", "The body is not valid JSON, or a member is at fault."),
            401, new ErrorAnswer("Unauthenticated", "No access token, or one that is no longer valid."),
            403, new ErrorAnswer("Denied", "The role is missing, or the action is refused for this row now."),
            404, new ErrorAnswer("NotFound", "There is none that the caller can see."),
            409, new ErrorAnswer("Conflict", "Not all of it was done. With severity warning everything was stored."),
            413, new ErrorAnswer("TooLarge", "The body is too large."),
            415, new ErrorAnswer("WrongType", "The body is not called JSON."),
            429, new ErrorAnswer("TooMany", "Too many failures from this address."),
            503, new ErrorAnswer("Unavailable", "The server or its database is not ready; see Retry-After."));

    static ErrorAnswer of(int status) {
        return KNOWN.get(status);
    }

    ObjectNode response(JsonNode schema) {
        ObjectNode response = JsonNodeFactory.instance.objectNode();
        response.put("description", description);
        response.putObject("content").putObject("application/json").set("schema", schema);
        return response;
    }
}
