// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Refuses every spelling of a path that somebody behind the front could read as another path. */
final class PathRule implements Rule {

    private static final int MAXIMUM = 4096;
    private static final Pattern DOT_SEGMENT = Pattern.compile("/\\.{1,2}(?=/|$)");
    private static final Pattern UNSAFE_CHARACTER = Pattern.compile("[^\\x21-\\x7e]|[;\\\\]");
    private static final Pattern UNSAFE_ESCAPE = Pattern.compile("%(?![0-9a-f]{2})|%2e|%2f|%5c|%[01][0-9a-f]|%7f");

    /** Letters, digits, - and _ need no escape (RFC 3986, section 2.3): escaped, /web/api would not look like it. */
    private static final Pattern NEEDLESS_ESCAPE =
            Pattern.compile("%(?:2d|5f|3[0-9]|4[1-9a-f]|5[0-9a]|6[1-9a-f]|7[0-9a])");

    @Override
    public boolean answers(Exchange exchange) throws IOException {
        String path = exchange.path();
        if (path.length() > MAXIMUM) {
            return exchange.refuse(414, "URI Too Long", "path of " + path.length() + " characters");
        }
        String reason = reason(path);
        return reason != null && exchange.refuse(400, "Bad Request", reason);
    }

    private static String reason(String path) {
        return isPlain(path) ? null : odd(path);
    }

    /** What nearly all paths are; the expressions cost more than all other rules together. */
    private static boolean isPlain(String path) {
        boolean afterSlash = false;
        for (int i = 0; i < path.length(); i++) {
            char next = path.charAt(i);
            boolean isSlash = next == '/';
            boolean isWord = next >= 'a' && next <= 'z' || next >= '0' && next <= '9' || next >= 'A' && next <= 'Z';
            if (!isSlash && !isWord && next != '-' && next != '_' || isSlash && afterSlash) {
                return false;
            }
            afterSlash = isSlash;
        }
        return path.startsWith("/");
    }

    private static String odd(String path) {
        if (!path.startsWith("/")) {
            return "target is not a path";
        }
        if (path.contains("//")) {
            return "empty path segment";
        }
        if (DOT_SEGMENT.matcher(path).find()) {
            return "dot segment";
        }
        if (UNSAFE_CHARACTER.matcher(path).find()) {
            return "unsafe character in the path";
        }
        String lower = path.toLowerCase(Locale.ROOT);
        if (NEEDLESS_ESCAPE.matcher(lower).find()) {
            return "needless escape in the path";
        }
        return UNSAFE_ESCAPE.matcher(lower).find() ? "unsafe escape in the path" : null;
    }
}
