// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal.recording;

/** An exchange cannot be written as it was, or not without a secret. */
final class Left extends Exception {

    private static final long serialVersionUID = 1L;

    Left(String reason) {
        super(reason);
    }
}
