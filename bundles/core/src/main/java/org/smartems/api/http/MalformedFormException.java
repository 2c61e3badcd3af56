// SPDX-License-Identifier: Apache-2.0
package org.smartems.api.http;

/** A body that cannot be read as a form. */
public class MalformedFormException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Built by {@link Form}.
     *
     * @param message what is wrong, a few words without a full stop
     */
    public MalformedFormException(String message) {
        super(message);
    }
}
