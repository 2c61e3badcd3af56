// SPDX-License-Identifier: Apache-2.0
package org.smartems.procedure.router;

import java.util.List;
import java.util.regex.Pattern;

/** Patterns of firmware versions; a leading v counts neither in them nor in versions. */
final class VersionPatterns {

    private static final Pattern SEPARATOR = Pattern.compile("[,\r\n]");

    private final List<String> patterns;

    private VersionPatterns(List<String> patterns) {
        this.patterns = patterns;
    }

    /** Of patterns separated by commas or lines. */
    static VersionPatterns parse(String text) {
        return new VersionPatterns(SEPARATOR
                .splitAsStream(text)
                .map(String::strip)
                .filter(pattern -> !pattern.isEmpty())
                .map(VersionPatterns::withoutV)
                .map(pattern -> pattern.replace("*", "?*"))
                .toList());
    }

    static String withoutV(String version) {
        return version.startsWith("v") || version.startsWith("V") ? version.substring(1) : version;
    }

    boolean matches(String version) {
        String bare = withoutV(version);
        return patterns.stream().anyMatch(pattern -> matches(pattern, bare));
    }

    /** Here {@code *} stands for any number of characters; no regular expression, as some of those take for ever. */
    private static boolean matches(String pattern, String version) {
        int at = 0;
        int star = -1;
        int taken = 0;
        for (int i = 0; i < version.length(); ) {
            char wanted = at < pattern.length() ? pattern.charAt(at) : '\0';
            if (wanted == '*') {
                star = at++;
                taken = i;
            } else if (at < pattern.length() && (wanted == '?' || wanted == version.charAt(i))) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++taken;
            } else {
                return false;
            }
        }
        return pattern.substring(at).replace("*", "").isEmpty();
    }
}
