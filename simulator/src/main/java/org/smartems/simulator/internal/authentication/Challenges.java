// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.authentication;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads WWW-Authenticate: several schemes may share a header, each with parameters. */
final class Challenges {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern PART = Pattern.compile("\\G[\\s,]*(?:(?<name>" + TOKEN
            + ")\\s*=\\s*(?:\"(?<quoted>(?:[^\"\\\\]|\\\\.)*+)\"|(?<plain>" + TOKEN + "))|(?<scheme>" + TOKEN + "))");

    private Challenges() {}

    /** The parameters of the first challenge of that scheme, their names in lower case. */
    static Optional<Map<String, String>> find(String scheme, List<String> headers) {
        for (String header : headers) {
            Map<String, String> found = null;
            Matcher part = PART.matcher(header);
            while (part.find()) {
                if (part.group("scheme") == null) {
                    if (found != null) {
                        found.putIfAbsent(part.group("name").toLowerCase(Locale.ROOT), value(part));
                    }
                } else if (found != null) {
                    return Optional.of(found);
                } else if (scheme.equalsIgnoreCase(part.group("scheme"))) {
                    found = new LinkedHashMap<>();
                }
            }
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static String value(Matcher part) {
        String quoted = part.group("quoted");
        return quoted == null ? part.group("plain") : quoted.replaceAll("\\\\(.)", "$1");
    }
}
