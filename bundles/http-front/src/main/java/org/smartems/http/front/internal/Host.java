// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A host with a port, as in the header of that name; port -1 where none is given. */
record Host(String name, int port) {

    private static final Pattern SYNTAX =
            Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::(\\d{1,5}))?");

    static Optional<Host> parse(String text) {
        Matcher matcher = SYNTAX.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int port = matcher.group(2) == null ? -1 : Integer.parseInt(matcher.group(2));
        return Optional.of(new Host(matcher.group(1), port));
    }

    int portOr(int byDefault) {
        return port < 0 ? byDefault : port;
    }

    /** False for what must not be copied into an answer. */
    boolean isValid() {
        return SYNTAX.matcher(name).matches();
    }

    static String normalized(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("[") && lower.endsWith("]")) {
            return lower.substring(1, lower.length() - 1);
        }
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
