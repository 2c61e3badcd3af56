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
    private static final String VALUE =
            "(?:\"([^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+)\"|'([^'\\n]*+)'|([^\\s\"',;&<>{}\\[\\]]++))";
    private static final String BETWEEN = "[\"']?(?:[ \\t]*+[:=>]|[ \\t])[ \\t]*+";

    /** After a name: what separates it, the digit by which some families say how the value is coded, the value. */
    private static final Pattern AFTER_NAME = Pattern.compile(BETWEEN + "(?:\\d{1,2}[ \\t]++)?" + VALUE);

    private static final Pattern PIN =
            Pattern.compile("(?<![a-z])(?:pin|puk)\\d?" + BETWEEN + "[\"']?(\\d{4,8})\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern SCHEME =
            Pattern.compile("\\b(?:bearer|basic)\\s++([\\w+/=.~-]{8,}+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINK = Pattern.compile("/df/([^/?#\\s\"'<]++)");
    private static final Pattern LOGIN = Pattern.compile("://[^/\\s:@]*+:([^/\\s@]++)@");
    private static final Pattern KEY = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----");
    private static final String KEY_END = "-----END";
    private static final Pattern KEY_LINE = Pattern.compile("[A-Za-z0-9+/=]{16,}+");
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
        addNamed(text, found);
        addAll(PIN, text, value -> add(value, found));
        addAll(SCHEME, text, value -> add(value, found));
        addAll(LINK, text, value -> add(value, found));
        addAll(LOGIN, text, value -> add(value, found));
        addKeys(text, found);
        return found;
    }

    /** By hand: a pattern for the whole name would try each of its characters as the first one. */
    private static void addNamed(String text, Set<String> found) {
        Matcher word = NAME.matcher(text);
        Matcher after = AFTER_NAME.matcher(text);
        int from = 0;
        while (from <= text.length() && word.find(from)) {
            from = endOfName(text, word.end());
            if (after.region(from, text.length()).lookingAt()) {
                addGroups(after, value -> add(value, found));
                from = after.end();
            }
        }
    }

    private static int endOfName(String text, int from) {
        int end = from;
        while (end < text.length() && isOfName(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isOfName(char c) {
        return c < 128 && Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-';
    }

    private static void addKeys(String text, Set<String> found) {
        Matcher begin = KEY.matcher(text);
        int from = 0;
        while (begin.find(from)) {
            int end = text.indexOf(KEY_END, begin.end());
            if (end < 0) {
                return;
            }
            KEY_LINE.matcher(text.substring(begin.end(), end)).results().forEach(line -> found.add(line.group()));
            from = end;
        }
    }

    private static void addAll(Pattern pattern, String text, Consumer<String> values) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            addGroups(matcher, values);
        }
    }

    private static void addGroups(Matcher matcher, Consumer<String> values) {
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                values.accept(matcher.group(group));
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
