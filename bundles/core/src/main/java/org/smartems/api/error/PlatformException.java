// SPDX-License-Identifier: Apache-2.0
package org.smartems.api.error;

import java.util.Objects;

/**
 * A failure with a meaning for the caller.
 *
 * <p>The code is part of the contract with API clients. The message may reach them and therefore holds no secret, path,
 * SQL or class name; details for an administrator belong into the cause and the log.
 */
public class PlatformException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCategory category;
    private final String code;

    /**
     * A failure without a technical cause.
     *
     * @param category decides the status
     * @param code stable id, such as {@code accountDisabled}
     * @param message one sentence for people
     */
    public PlatformException(ErrorCategory category, String code, String message) {
        this(category, code, message, null);
    }

    /**
     * A failure with a technical cause.
     *
     * @param category decides the status
     * @param code stable id, such as {@code accountDisabled}
     * @param message one sentence for people
     * @param cause logged, never answered; may be null
     */
    public PlatformException(ErrorCategory category, String code, String message, Throwable cause) {
        super(message, cause);
        this.category = Objects.requireNonNull(category, "category");
        this.code = Objects.requireNonNull(code, "code");
    }

    /**
     * Who can do something about it.
     *
     * @return never null
     */
    public ErrorCategory category() {
        return category;
    }

    /**
     * Stable id of the failure.
     *
     * @return never null
     */
    public String code() {
        return code;
    }
}
