// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;

/**
 * What forwarding headers say. Of scheme and host the last value counts: it comes from the nearest proxy, the ones
 * before it may come from the client.
 */
record Forwarding(List<String> addresses, Optional<String> scheme, Optional<String> host) {

    private static final Pattern IPV4_WITH_PORT = Pattern.compile("([\\d.]+):\\d+");
    private static final Pattern IPV6_WITH_PORT = Pattern.compile("(\\[[^\\]]+])(?::\\d+)?");
    private static final Pattern PAIR =
            Pattern.compile("([A-Za-z]++)=(?:\"((?:[^\"\\\\]++|\\\\.)*+)\"|([^\\s\",;]*+))|(,)");

    static Forwarding ofXForwarded(HttpServletRequest request) {
        return new Forwarding(
                values(request, "X-Forwarded-For"),
                last(values(request, "X-Forwarded-Proto")),
                last(values(request, "X-Forwarded-Host")));
    }

    /** RFC 7239. */
    static Forwarding ofForwarded(HttpServletRequest request) {
        List<String> addresses = new ArrayList<>();
        List<String> schemes = new ArrayList<>();
        List<String> hosts = new ArrayList<>();
        Matcher pair = PAIR.matcher(String.join(",", Collections.list(request.getHeaders("Forwarded"))));
        while (pair.find()) {
            if (pair.group(4) != null) {
                schemes.clear();
                hosts.clear();
                continue;
            }
            String value = pair.group(2) == null ? pair.group(3) : pair.group(2).replaceAll("\\\\(.)", "$1");
            switch (pair.group(1).toLowerCase(Locale.ROOT)) {
                case "for" -> addresses.add(value);
                case "proto" -> schemes.add(value);
                case "host" -> hosts.add(value);
                default -> {}
            }
        }
        return new Forwarding(addresses, last(schemes), last(hosts));
    }

    boolean isEmpty() {
        return addresses.isEmpty() && scheme.isEmpty() && host.isEmpty();
    }

    static Optional<InetAddress> address(String hop) {
        String text = hop.strip();
        for (Pattern withPort : List.of(IPV4_WITH_PORT, IPV6_WITH_PORT)) {
            Matcher matcher = withPort.matcher(text);
            if (matcher.matches()) {
                text = matcher.group(1);
            }
        }
        return AddressRange.address(text);
    }

    private static List<String> values(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header)).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static Optional<String> last(List<String> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }
}
