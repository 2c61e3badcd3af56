// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.PlatformException;
import org.smartems.api.error.ValidationException;

/** The JSON object of a request, read member by member so that every fault is named. */
public final class Body {

    private final JsonNode object;

    private Body(JsonNode object) {
        this.object = object;
    }

    /**
     * Takes a request's body.
     *
     * @param body null or missing counts as an empty object
     * @param members the names that are allowed
     * @throws ValidationException when there are others
     */
    public static Body of(JsonNode body, Set<String> members) {
        if (body == null || body.isMissingNode() || body.isNull()) {
            return new Body(JsonNodeFactory.instance.objectNode());
        }
        if (!body.isObject()) {
            throw malformed("The body must be a JSON object");
        }
        List<String> extra = new ArrayList<>();
        body.fieldNames().forEachRemaining(name -> {
            if (!members.contains(name)) {
                extra.add(name);
            }
        });
        if (!extra.isEmpty()) {
            throw new ValidationException(
                    List.of(FieldError.of("", "validation.extraFields").with("fields", String.join(", ", extra))));
        }
        return new Body(body);
    }

    /**
     * Takes a request's body whose other members are ignored.
     *
     * @param body null or missing counts as an empty object
     */
    public static Body lenient(JsonNode body) {
        Set<String> members = new HashSet<>();
        if (body != null && body.isObject()) {
            body.fieldNames().forEachRemaining(members::add);
        }
        return of(body, members);
    }

    /**
     * A text that must be there.
     *
     * @throws PlatformException naming the member when it is missing, of another type or too long
     */
    public String required(String member, int maximumLength) {
        String text = optional(member, maximumLength);
        if (text == null || text.isEmpty()) {
            throw malformed("The member \"" + member + "\" is required");
        }
        return text;
    }

    /** A text that may be missing or null. */
    public String optional(String member, int maximumLength) {
        JsonNode value = object.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw malformed("The member \"" + member + "\" must be a string");
        }
        if (value.textValue().length() > maximumLength) {
            throw malformed("The member \"" + member + "\" must not exceed " + maximumLength + " characters");
        }
        if (value.textValue().indexOf('\0') >= 0) {
            // no text column can hold it
            throw malformed("The member \"" + member + "\" must not contain the character U+0000");
        }
        return value.textValue();
    }

    private static PlatformException malformed(String message) {
        return new PlatformException(ErrorCategory.INVALID, "malformed", message);
    }
}
