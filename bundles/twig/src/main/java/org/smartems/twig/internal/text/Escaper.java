// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.text;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.smartems.twig.internal.value.Bytes;
import org.smartems.twig.internal.value.Fault;
import org.smartems.twig.internal.value.Markup;
import org.smartems.twig.internal.value.Meter;

/** The escaping strategies. */
public final class Escaper {

    private static final String STRATEGIES = "html, js, url, css, html_attr";
    private static final Set<String> KNOWN = Set.of("html", "js", "url", "css", "html_attr");
    private static final int LONGEST = 8;
    private static final int GROWTH = 6;
    private static final int ASCII = 0x80;
    private static final int LAST_CONTROL = 0x1F;
    private static final int DELETE = 0x7F;
    private static final int LAST_UNDEFINED = 0x9F;
    private static final String SHORT = "\\/\b\f\n\r\t";
    private static final String SHORT_NAMES = "\\/bfnrt";

    private Escaper() {}

    /**
     * Escapes a text; what is none stays as it is.
     *
     * @param value any
     * @param strategy such as {@code html}
     * @param meter is told of the length
     * @return the escaped text
     */
    public static Object escape(Object value, String strategy, Meter meter) {
        if (!KNOWN.contains(strategy)) {
            throw Fault.of("Invalid escaping strategy \"" + strategy + "\" (valid ones: " + STRATEGIES + ").");
        }
        if (!(value instanceof String || value instanceof Markup)) {
            return value;
        }
        String text = value.toString();
        meter.charge((long) text.length() * 2);
        long special = text.chars()
                .filter(c -> c >= ASCII || !isAlphanumeric((char) c) && c != ' ')
                .count();
        meter.checkText(text.length() + special * GROWTH);
        return switch (strategy) {
            case "html" -> html(text);
            case "js" -> mapped(text, ",._", Escaper::js);
            case "css" -> mapped(text, "", Escaper::css);
            case "html_attr" -> mapped(text, ",.-_", Escaper::attribute);
            default -> url(text);
        };
    }

    /**
     * Escapes what has a meaning in HTML.
     *
     * @param text any
     * @return the text itself when there is nothing to escape
     */
    public static String html(String text) {
        StringBuilder html = null;
        for (int i = 0; i < text.length(); i++) {
            String entity = entity(text.charAt(i));
            if (entity != null && html == null) {
                html = new StringBuilder(text.length() + text.length() / 2).append(text, 0, i);
            }
            if (html != null) {
                html.append(entity == null ? String.valueOf(text.charAt(i)) : entity);
            }
        }
        String escaped = html == null ? text : html.toString();
        return Bytes.hasRaw(escaped)
                ? escaped.replaceAll("(?<![\\ud800-\\udbff])[\\udc80-\\udcff]", "\uFFFD")
                : escaped;
    }

    private static String entity(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#039;";
            default -> null;
        };
    }

    /**
     * Encodes every byte that is not letter, digit, hyphen, dot, underscore or tilde.
     *
     * @param text any
     * @return with percent signs
     */
    public static String url(String text) {
        StringBuilder url = new StringBuilder(text.length() + LONGEST);
        for (byte b : Bytes.of(text)) {
            char c = (char) (b & 0xFF);
            if (isAlphanumeric(c) || "-._~".indexOf(c) >= 0) {
                url.append(c);
            } else {
                Hex.append(url.append('%'), c, 2);
            }
        }
        return url.toString();
    }

    private interface Escape {
        String apply(int codePoint);
    }

    private static String mapped(String text, String kept, Escape escape) {
        if (Bytes.hasRaw(text)) {
            throw Fault.of("The string to escape is not a valid UTF-8 string.");
        }
        StringBuilder result = new StringBuilder(text.length() + LONGEST);
        text.codePoints().forEach(point -> {
            if (point < ASCII && (isAlphanumeric((char) point) || kept.indexOf(point) >= 0)) {
                result.append((char) point);
            } else {
                result.append(escape.apply(point));
            }
        });
        return result.toString();
    }

    private static String js(int point) {
        int name = SHORT.indexOf(point);
        if (name >= 0) {
            return "\\" + SHORT_NAMES.charAt(name);
        }
        StringBuilder escaped = new StringBuilder();
        for (char unit : Character.toChars(point)) {
            Hex.append(escaped.append("\\u"), unit, 4);
        }
        return escaped.toString();
    }

    private static String css(int point) {
        return Hex.of("\\", point, 1, " ");
    }

    private static String attribute(int point) {
        if (point <= LAST_CONTROL && point != '\t' && point != '\n' && point != '\r' || isUndefined(point)) {
            return "&#xFFFD;";
        }
        if (point >= ASCII) {
            return Hex.of("&#x", point, 4, ";");
        }
        String entity = point == '\'' ? null : entity((char) point);
        return entity == null ? Hex.of("&#x", point, 2, ";") : entity;
    }

    /** As Twig does, by the first byte: the delete character, and no character of more bytes. */
    private static boolean isUndefined(int point) {
        int first = new String(Character.toChars(point)).getBytes(StandardCharsets.UTF_8)[0] & 0xFF;
        return first >= DELETE && first <= LAST_UNDEFINED;
    }

    private static boolean isAlphanumeric(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
