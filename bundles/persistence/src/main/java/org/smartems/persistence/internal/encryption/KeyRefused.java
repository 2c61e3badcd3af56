// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.encryption;

/** The master key cannot be used; the message tells an administrator what to do. */
final class KeyRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final String summary;

    /** {@code summary} is for everybody, without paths. */
    KeyRefused(String summary, String advice) {
        this(summary, advice, null);
    }

    KeyRefused(String summary, String advice, Throwable cause) {
        super(summary + ": " + advice, cause);
        this.summary = summary;
    }

    String summary() {
        return summary;
    }
}
