// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

/** The server of every class that does not stop it or change what others rely on. */
final class SharedServer extends ServerOfTheRun {

    SharedServer() {
        super("shared");
    }
}
