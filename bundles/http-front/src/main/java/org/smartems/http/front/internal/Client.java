// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.util.List;

/** Who made the request, and how that side addressed the server; the addresses that a trusted proxy names, if any. */
record Client(String address, String scheme, Host host, boolean proxied, String forwardedFor) {

    static Client direct(String address, String scheme, Host host) {
        return new Client(address, scheme, host, false, "");
    }

    static Client proxied(String address, String scheme, Host host, List<String> hops) {
        return new Client(address, scheme, host, true, String.join(", ", hops));
    }
}
