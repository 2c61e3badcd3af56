// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.http;

import java.io.IOException;

/** The device itself has cut the line, as it was told. */
public final class LineCutException extends IOException {

    LineCutException(String message) {
        super(message);
    }
}
