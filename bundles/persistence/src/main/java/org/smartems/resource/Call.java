// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;

/**
 * One request, as it reaches whoever handles it.
 *
 * @param requester who asks
 * @param path the values of the route's parameters
 * @param body as it was sent; an object, empty when nothing was sent
 * @param input the body, checked against the fields of the route
 * @param remoteHost the address of the caller
 */
public record Call(Requester requester, Map<String, String> path, JsonNode body, Input input, String remoteHost) {

    /**
     * The id in the path.
     *
     * @return of the thing
     * @throws PlatformException NOT_FOUND when it is no number
     */
    public long id() {
        return id("id");
    }

    /**
     * An id in the path.
     *
     * @param parameter of the route
     * @return of the thing
     * @throws PlatformException NOT_FOUND when it is no number
     */
    public long id(String parameter) {
        try {
            return Long.parseLong(path.get(parameter));
        } catch (NumberFormatException e) {
            throw new PlatformException(ErrorCategory.NOT_FOUND, "notFound", "Not found", e);
        }
    }

    Call withoutBody() {
        return withBody(JsonNodeFactory.instance.objectNode());
    }

    /**
     * The same call with another body.
     *
     * @param other an object
     * @return a copy
     */
    public Call withBody(JsonNode other) {
        return new Call(requester, path, other, input, remoteHost);
    }

    Call with(Input checked) {
        return new Call(requester, path, body, checked, remoteHost);
    }
}
