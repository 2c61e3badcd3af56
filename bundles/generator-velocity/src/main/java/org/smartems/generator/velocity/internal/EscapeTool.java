// SPDX-License-Identifier: Apache-2.0
package org.smartems.generator.velocity.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/** The variable {@code esc}: brings values into the syntax of the config, and characters that mean something. */
final class EscapeTool {

    static final EscapeTool INSTANCE = new EscapeTool();

    private static final int PIECE = 1000;

    private EscapeTool() {}

    static Object property(String name) {
        return switch (name) {
            case "d", "dollar" -> "$";
            case "h", "hash" -> "#";
            case "q", "quote" -> "\"";
            case "n", "newline" -> "\n";
            default -> null;
        };
    }

    static Object call(Arguments given) {
        if (given.count() != 1) {
            return Arguments.UNKNOWN;
        }
        Meter meter = Meter.current();
        if (given.name().equals("toJson")) {
            StringBuilder json = new StringBuilder();
            json(json, given.only());
            return made(json.toString(), meter);
        }
        String text = given.text(0);
        meter.work(text.length());
        String escaped = escaped(given.name(), text, meter);
        return escaped == null ? Arguments.UNKNOWN : made(escaped, meter);
    }

    private static String escaped(String name, String text, Meter meter) {
        return switch (name) {
            case "json" -> {
                StringBuilder json = new StringBuilder();
                escapeJson(json, text);
                yield json.toString();
            }
            case "shell" -> "'" + Texts.replace(withoutNul(text), "'", "'\\''", meter) + "'";
            case "quoted" ->
                '"' + Texts.replace(Texts.replace(oneLine(text), "\\", "\\\\", meter), "\"", "\\\"", meter) + '"';
            case "line" -> oneLine(text);
            case "url" -> url(text, meter);
            case "xml", "html" -> xml(text);
            default -> null;
        };
    }

    private static String made(String text, Meter meter) {
        meter.text(text.length());
        return text;
    }

    private static String withoutNul(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new Refusal("A word of a shell cannot have the character U+0000");
        }
        return text;
    }

    /** In a config of lines, a line break in a value would begin a command of its own. */
    private static String oneLine(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) && c != '\t' || c == '\u2028' || c == '\u2029') {
                throw new Refusal(
                        String.format(Locale.ROOT, "The value does not fit into a line: it has U+%04X", (int) c));
            }
        }
        return text;
    }

    /** Piece by piece, as it takes long. */
    private static String url(String text, Meter meter) {
        StringBuilder url = new StringBuilder(text.length());
        int from = 0;
        while (from < text.length()) {
            int end = Math.min(from + PIECE, text.length());
            end += end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? 1 : 0;
            String piece = URLEncoder.encode(text.substring(from, end), StandardCharsets.UTF_8)
                    .replace("+", "%20");
            meter.text(url.length() + (long) piece.length(), piece.length());
            url.append(piece);
            from = end;
        }
        return url.toString();
    }

    private static String xml(String text) {
        StringBuilder xml = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                case '"' -> xml.append("&quot;");
                case '\'' -> xml.append("&#39;");
                default -> xml.append(text.charAt(i));
            }
        }
        return xml.toString();
    }

    private static void json(StringBuilder out, Object value) {
        if (value instanceof Map<?, ?> map) {
            String separator = "{";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                escapeJson(out.append(separator).append('"'), (String) entry.getKey());
                json(out.append("\":"), entry.getValue());
                separator = ",";
            }
            out.append(map.isEmpty() ? "{}" : "}");
        } else if (value instanceof Collection<?> list) {
            String separator = "[";
            for (Object element : list) {
                json(out.append(separator), element);
                separator = ",";
            }
            out.append(list.isEmpty() ? "[]" : "]");
        } else if (value instanceof String text) {
            escapeJson(out.append('"'), text);
            out.append('"');
        } else {
            out.append(plain(value));
        }
        if (out.length() > Meter.TEXT) {
            throw new Refusal("A text is longer than the limit of " + Meter.TEXT + " characters");
        }
    }

    private static String plain(Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Double number && !Double.isFinite(number)) {
            throw new Refusal("JSON has no number " + number);
        }
        return Texts.of(value, Meter.current());
    }

    private static void hex(StringBuilder out, char c) {
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(Character.forDigit(c >> shift & 0xF, 16));
        }
    }

    private static void escapeJson(StringBuilder out, String text) {
        Meter.current().work(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || c == '\u2028' || c == '\u2029') {
                        hex(out.append("\\u"), c);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
    }
}
