// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.cli;

/** The command line is wrong. */
final class UsageException extends Exception {

    UsageException(String message) {
        super(message);
    }
}
