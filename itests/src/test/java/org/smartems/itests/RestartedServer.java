// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

/** The server of the classes that kill it or parts of it, and find it in use by none but themselves. */
final class RestartedServer extends ServerOfTheRun {

    RestartedServer() {
        super("restarted");
    }
}
