// SPDX-License-Identifier: Apache-2.0
package org.smartems.api.error;

import java.util.Map;
import java.util.Objects;
import org.osgi.annotation.versioning.ProviderType;

/** One broken rule of one field; immutable. */
@ProviderType
public final class FieldError {

    private final String path;
    private final String message;
    private final Map<String, Object> parameters;

    private FieldError(String path, String message, Map<String, Object> parameters) {
        this.path = Objects.requireNonNull(path, "path");
        this.message = Objects.requireNonNull(message, "message");
        this.parameters = Map.copyOf(parameters);
    }

    /**
     * A broken rule of a field.
     *
     * @param path the field, nested ones with dots; empty for the whole input
     * @param message id of the rule, such as {@code validation.required}
     * @return a new error
     */
    public static FieldError of(String path, String message) {
        return new FieldError(path, message, Map.of());
    }

    /**
     * The same error with one parameter of its text added.
     *
     * @param name such as {@code limit}
     * @param value a string, number or boolean
     * @return a new error
     */
    public FieldError with(String name, Object value) {
        Map<String, Object> more = new java.util.HashMap<>(parameters);
        more.put(name, value);
        return new FieldError(path, message, more);
    }

    /**
     * The field.
     *
     * @return nested ones with dots; empty for the whole input
     */
    public String path() {
        return path;
    }

    /**
     * Id of the rule.
     *
     * @return such as {@code validation.required}
     */
    public String message() {
        return message;
    }

    /**
     * What the text of the message is filled with.
     *
     * @return immutable, may be empty
     */
    public Map<String, Object> parameters() {
        return parameters;
    }
}
