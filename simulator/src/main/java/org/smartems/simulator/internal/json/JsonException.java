// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.json;

/** A text that is no JSON. */
public final class JsonException extends Exception {

    JsonException(String message) {
        super(message);
    }
}
