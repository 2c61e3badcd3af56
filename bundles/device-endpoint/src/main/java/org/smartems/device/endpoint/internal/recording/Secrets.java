// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal.recording;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what nobody else should read, by the names that stand before it and by its own look. */
final class Secrets {

    private static final String WORDS = "passw(?:or)?d|passphrase|secret|psk|pre-?shared-?key|private-?key|api-?key"
            + "|access-?key|auth(?:entication|orization)?-?key|encryption-?key|key-string|wpa-?key|token|community"
            + "|credential|signature|authorization|cookie";
    private static final Pattern NAME = Pattern.compile("(?:" + WORDS + ")", Pattern.CASE_INSENSITIVE);
    private static final String VALUE = "(?:\"((?:[^\"\\\\\\n]|\\\\.)*)\"|'([^'\\n]*)'|([^\\s\"',;&<>{}\\[\\]]+))";

    /** A name, what separates it, the digit by which some families say how the value is coded, and the value. */
    private static final Pattern NAMED = Pattern.compile(
            "[\\w.-]*(?:" + WORDS + ")[\\w.-]*[\"']?[ \\t]*[:=> \\t][ \\t]*(?:\\d{1,2}[ \\t]+)?" + VALUE,
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PIN = Pattern.compile(
            "(?<![a-z])(?:pin|puk)\\d?[\"']?[ \\t]*[:=> \\t][ \\t]*[\"']?(\\d{4,8})\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern SCHEME =
            Pattern.compile("\\b(?:bearer|basic)\\s+([\\w+/=.~-]{8,})", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINK = Pattern.compile("/df/([^/?#\\s\"'<]+)");
    private static final Pattern LOGIN = Pattern.compile("://[^/\\s:@]*:([^/\\s@]+)@");
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----(.*?)-----END", Pattern.DOTALL);
    private static final Pattern KEY_LINE = Pattern.compile("[A-Za-z0-9+/=]{16,}");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

    /** Values that say whether there is a secret, or how it is coded, and are none. */
    private static final Set<String> PLAIN = Set.of(
            "true", "false", "null", "none", "yes", "no", "on", "off", "enable", "enabled", "disable", "disabled");

    private Secrets() {}

    /** Whether what bears a name is a secret. */
    static boolean isNamed(String name) {
        return NAME.matcher(name).find();
    }

    /** The secrets of a text; the forms in which a text may hold one are the business of {@link Masks}. */
    static Set<String> in(String text) {
        Set<String> found = new LinkedHashSet<>();
        addAll(NAMED, text, value -> add(value, found));
        addAll(PIN, text, value -> add(value, found));
        addAll(SCHEME, text, value -> add(value, found));
        addAll(LINK, text, value -> add(value, found));
        addAll(LOGIN, text, value -> add(value, found));
        addAll(KEY, text, body -> KEY_LINE.matcher(body).results().forEach(line -> found.add(line.group())));
        return found;
    }

    private static void addAll(Pattern pattern, String text, Consumer<String> values) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.group(group) != null) {
                    values.accept(matcher.group(group));
                }
            }
        }
    }

    private static void add(String value, Set<String> found) {
        if (value.isBlank() || PLAIN.contains(value.toLowerCase(Locale.ROOT))) {
            return;
        }
        found.add(value);
        if (value.indexOf('%') >= 0 || value.indexOf('+') >= 0) {
            found.add(decoded(value));
        }
        if (value.indexOf('\\') >= 0) {
            found.add(ESCAPE.matcher(value).replaceAll("$1"));
        }
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value; // no escapes after all
        }
    }
}
