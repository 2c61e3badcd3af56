// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.authentication;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** What stands for one caller: an IPv4 address, or the /64 network of an IPv6 address, whose owner has them all. */
final class Network {

    private static final int NETWORK_BYTES = 8;

    private Network() {}

    /** The text of an address, as a servlet gives it; anything else stands for itself. */
    static String of(String address) {
        if (address == null || address.indexOf(':') < 0) {
            return String.valueOf(address);
        }
        try {
            // holds a colon, so it is a literal and no name is looked up
            InetAddress parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES)) + "/64"
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
