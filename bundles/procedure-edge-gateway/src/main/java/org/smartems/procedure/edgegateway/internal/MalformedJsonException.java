// SPDX-License-Identifier: Apache-2.0
package org.smartems.procedure.edgegateway.internal;

/** A body that is no JSON object; the message is for whoever wrote the device's software. */
final class MalformedJsonException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedJsonException(String message) {
        super(message);
    }
}
