// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark;

import java.util.Map;
import javax.net.SocketFactory;

/**
 * The server under load.
 *
 * @param sockets makes connections to it
 * @param port of its HTTPS connector on 127.0.0.1
 * @param users the device user of each dialect
 * @param devices how many each dialect has
 */
record Target(SocketFactory sockets, int port, Map<Dialect, User> users, int devices) {

    /** A device user. */
    record User(String username, String password) {

        @Override
        public String toString() {
            return username;
        }
    }
}
