// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;

/** Finds the client behind the trusted proxies. Nobody else's forwarding headers count. */
final class Proxies {

    private final List<AddressRange> trusted;
    private final boolean rfc7239;

    Proxies(List<AddressRange> trusted, boolean rfc7239) {
        this.trusted = trusted;
        this.rfc7239 = rfc7239;
    }

    Client client(HttpServletRequest request) {
        Optional<InetAddress> peer = AddressRange.address(request.getRemoteAddr());
        Host direct = new Host(request.getServerName(), request.getServerPort());
        if (peer.isEmpty() || !isTrusted(peer.get())) {
            return Client.direct(text(peer, request), request.getScheme(), direct);
        }
        Forwarding forwarding = rfc7239 ? Forwarding.ofForwarded(request) : Forwarding.ofXForwarded(request);
        if (forwarding.isEmpty()) {
            return Client.direct(text(peer, request), request.getScheme(), direct);
        }
        String scheme = forwarding.scheme().map(Proxies::knownScheme).orElse(request.getScheme());
        Host host = forwarding
                .host()
                .flatMap(Host::parse)
                .or(() -> Optional.ofNullable(request.getHeader("Host")).flatMap(Host::parse))
                .orElse(direct);
        String address = client(peer.get(), forwarding.addresses()).getHostAddress();
        return Client.proxied(address, scheme, host, forwarding.addresses());
    }

    /** From the nearest hop outwards: the first that is no trusted proxy; beyond it everything may be made up. */
    private InetAddress client(InetAddress peer, List<String> addresses) {
        InetAddress nearest = peer;
        for (int i = addresses.size() - 1; i >= 0; i--) {
            Optional<InetAddress> hop = Forwarding.address(addresses.get(i));
            if (hop.isEmpty()) {
                return nearest;
            }
            nearest = hop.get();
            if (!isTrusted(nearest)) {
                return nearest;
            }
        }
        return nearest;
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(range -> range.contains(address));
    }

    /** Whatever is not https counts as plain. */
    private static String knownScheme(String scheme) {
        return scheme.toLowerCase(Locale.ROOT).equals("https") ? "https" : "http";
    }

    private static String text(Optional<InetAddress> peer, HttpServletRequest request) {
        return peer.map(InetAddress::getHostAddress).orElse(request.getRemoteAddr());
    }
}
