// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal.recording;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands for the secrets of a recording: the same for one secret in all its files and in every coding, so that a
 * procedure that passes it on still does. Belongs to one thread.
 */
final class Masks {

    private static final int SHORTEST = 4;
    private static final String DISTINCT = "(?s).{8,}|(?=.*[A-Za-z])(?=.*[^A-Za-z]).{5,}";
    private static final String BEFORE = "(?:(?<![A-Za-z0-9])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\[nrtbf]))";
    private static final int MOST = 10_000;
    private static final long MOST_CHARACTERS = 4L << 20;

    /** By secret; longest first, because one may be a part of another. */
    private final Map<String, String> masks =
            new TreeMap<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    private long characters;

    /**
     * Learns secrets.
     *
     * @throws Left when one is so short that it could be anything, or there are more than can be looked for
     */
    void add(Set<String> secrets) throws Left {
        for (String secret : secrets) {
            if (masks.containsValue(secret)) {
                continue;
            }
            if (secret.length() < SHORTEST) {
                throw new Left("a secret of fewer than " + SHORTEST + " characters cannot be masked everywhere");
            }
            if (!masks.containsKey(secret)) {
                characters += secret.length();
                if (masks.size() >= MOST || characters > MOST_CHARACTERS) {
                    characters -= secret.length();
                    throw new Left("there are too many secrets");
                }
                masks.put(secret, mask(secret, masks.size() + 1));
            }
        }
    }

    /**
     * The text without secrets.
     *
     * @throws Left when the thread is interrupted: many secrets in a long text take their time
     */
    String apply(String text) throws Left {
        String masked = text;
        for (Map.Entry<String, String> entry : masks.entrySet()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new Left("the recording ended before it was written");
            }
            for (String form : forms(entry.getKey())) {
                if (masked.contains(form)) {
                    masked = place(form).matcher(masked).replaceAll(Matcher.quoteReplacement(entry.getValue()));
                }
            }
        }
        return masked;
    }

    /** Whether a secret that cannot be there by chance is left. */
    boolean isIn(String text) {
        return masks.keySet().stream().anyMatch(secret -> isDistinct(secret) && text.contains(secret));
    }

    /** Whether it is found within a text only where it was meant. */
    private static boolean isDistinct(String secret) {
        return secret.matches(DISTINCT);
    }

    /** A number stays one, of the same length where that has room. */
    private static String mask(String secret, int number) {
        if (!secret.matches("[0-9]+")) {
            return "masked" + number;
        }
        String digits = String.valueOf(number);
        return "9".repeat(Math.max(0, secret.length() - digits.length())) + digits;
    }

    /** A short word or number counts where it stands alone: not within another, but after an escape of URLs or JSON. */
    private static Pattern place(String form) {
        String quoted = Pattern.quote(form);
        return Pattern.compile(isDistinct(form) ? quoted : BEFORE + quoted + "(?![A-Za-z0-9])");
    }

    private static Set<String> forms(String secret) {
        Set<String> forms = new LinkedHashSet<>();
        String url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        forms.add(secret);
        forms.add(url);
        forms.add(url.replace("+", "%20"));
        forms.add(secret.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/"));
        forms.add(secret.replace("\\", "\\\\").replace("\"", "\\\""));
        forms.add(secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
        if (isDistinct(secret)) {
            forms.add(Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
        }
        return forms;
    }
}
