// SPDX-License-Identifier: Apache-2.0
package org.smartems.api.error;

import java.util.List;

/** Input that breaks one or more rules; names every field and every rule that it breaks. */
public class ValidationException extends PlatformException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    /**
     * Input that breaks the given rules.
     *
     * @param errors at least one
     */
    public ValidationException(List<FieldError> errors) {
        super(ErrorCategory.INVALID, "validation.failed", "validation.failed");
        this.errors = List.copyOf(errors);
    }

    /**
     * What is wrong, in the order of the fields.
     *
     * @return at least one entry, immutable
     */
    public List<FieldError> errors() {
        return errors;
    }
}
