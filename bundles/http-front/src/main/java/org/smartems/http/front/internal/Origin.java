// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

/** Scheme, host and port as clients write them (RFC 6454 section 6.2). */
final class Origin {

    private Origin() {}

    /** Without the port when it is the usual one of the scheme, or unknown. */
    static String of(String scheme, Host host) {
        boolean usualPort = host.port() < 0 || host.port() == (scheme.equals("https") ? 443 : 80);
        return scheme + "://" + host.name() + (usualPort ? "" : ":" + host.port());
    }
}
