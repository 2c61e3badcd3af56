// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The configuration, checked. A value that is no good is reported and replaced by its default. */
record FrontSettings(
        Optional<URI> publicUrl,
        Set<String> allowedHosts,
        List<AddressRange> trustedProxies,
        boolean rfc7239,
        String contentSecurityPolicy,
        Set<String> corsAllowedOrigins,
        long hstsMaxAge,
        boolean devicesOverHttp,
        Set<String> requiredChecks,
        long restBodyBytes,
        long listBodyBytes,
        long deviceBodyBytes,
        long minimumRequestDataRate,
        int httpsPort) {

    static final String PID = "org.smartems.http.front";

    private static final Logger LOG = LoggerFactory.getLogger(FrontSettings.class);
    private static final long SMALLEST_BODY_LIMIT = 1024;

    static FrontSettings read(FrontConfiguration configuration) {
        Optional<URI> publicUrl = publicUrl(configuration.publicUrl());
        return new FrontSettings(
                publicUrl,
                hosts(configuration.allowedHosts(), publicUrl),
                ranges(configuration.trustedProxies()),
                isRfc7239(configuration.proxyHeaders()),
                configuration.contentSecurityPolicy().strip(),
                Set.copyOf(items(configuration.corsAllowedOrigins())),
                number("hstsMaxAge", configuration::hstsMaxAge, 0, 31_536_000),
                orDefault("devicesOverHttp", configuration::devicesOverHttp, false),
                new TreeSet<>(items(configuration.requiredChecks())),
                number("restBodyBytes", configuration::restBodyBytes, SMALLEST_BODY_LIMIT, 16L << 20),
                number("listBodyBytes", configuration::listBodyBytes, SMALLEST_BODY_LIMIT, 1L << 20),
                number("deviceBodyBytes", configuration::deviceBodyBytes, SMALLEST_BODY_LIMIT, 8L << 20),
                number("minimumRequestDataRate", configuration::minimumRequestDataRate, 0, 256),
                port(configuration));
    }

    /** A configuration file gives a list as one text. */
    private static List<String> items(String[] values) {
        return Arrays.stream(values)
                .flatMap(value -> Arrays.stream(value.split("[,\\s]+")))
                .filter(item -> !item.isEmpty())
                .distinct()
                .toList();
    }

    private static Optional<URI> publicUrl(String value) {
        if (value.isBlank()) {
            return Optional.empty();
        }
        try {
            URI url = URI.create(value.strip());
            if ("https".equalsIgnoreCase(url.getScheme()) && url.getHost() != null) {
                return Optional.of(url);
            }
        } catch (IllegalArgumentException expected) {
            // reported below
        }
        report("publicUrl", value, "is not an https address; it is ignored");
        return Optional.empty();
    }

    private static Set<String> hosts(String[] values, Optional<URI> publicUrl) {
        Set<String> hosts = items(values).stream().map(Host::normalized).collect(Collectors.toSet());
        if (!hosts.isEmpty()) {
            publicUrl.ifPresent(url -> hosts.add(Host.normalized(url.getHost())));
        }
        return hosts;
    }

    private static List<AddressRange> ranges(String[] values) {
        Function<String, Optional<AddressRange>> parse = item -> {
            Optional<AddressRange> range = AddressRange.parse(item);
            if (range.isEmpty()) {
                report("trustedProxies", item, "is neither an address nor a network; it is ignored");
            }
            return range;
        };
        return items(values).stream().map(parse).flatMap(Optional::stream).toList();
    }

    private static boolean isRfc7239(String value) {
        return switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "x-forwarded" -> false;
            case "forwarded" -> true;
            default -> {
                report("proxyHeaders", value, "is neither x-forwarded nor forwarded; x-forwarded is used");
                yield false;
            }
        };
    }

    private static int port(FrontConfiguration configuration) {
        long port = number("httpsPort", () -> (long) configuration.httpsPort(), 1, 8443);
        if (port <= 65_535) {
            return (int) port;
        }
        report("httpsPort", Long.toString(port), "is not a port; 8443 is used");
        return 8443;
    }

    private static long number(String key, Supplier<Long> value, long minimum, long byDefault) {
        long number = orDefault(key, value, byDefault);
        if (number >= minimum) {
            return number;
        }
        report(key, Long.toString(number), "is less than " + minimum + "; " + byDefault + " is used");
        return byDefault;
    }

    /** A value of another type makes the accessor throw. */
    private static <T> T orDefault(String key, Supplier<T> value, T byDefault) {
        try {
            return value.get();
        } catch (RuntimeException e) {
            LOG.error("{}: {} has a value of the wrong type; {} is used: {}", PID, key, byDefault, e.toString());
            return byDefault;
        }
    }

    private static void report(String key, String value, String what) {
        LOG.error("{}: {} = {} {}", PID, key, value, what);
    }
}
