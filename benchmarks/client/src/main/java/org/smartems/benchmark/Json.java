// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.smartems.simulator.internal.json.JsonException;
import org.smartems.simulator.internal.json.JsonReader;

/** Writes maps, lists, numbers and texts, and reads them; what lies two levels deep takes one line. */
public final class Json {

    private static final int NESTED = 2;
    private static final int DECIMALS = 3;

    private final StringBuilder out = new StringBuilder();

    private Json() {}

    /**
     * Text of a value.
     *
     * @param value a map, a collection, a number, a boolean, or something whose text counts
     * @return with a line feed at its end
     */
    public static String write(Object value) {
        Json json = new Json();
        json.value(value, 0);
        return json.out.append('\n').toString();
    }

    /**
     * A value of a text.
     *
     * @param text of a file or an answer
     * @return maps, lists, BigDecimal, booleans, texts; null for the JSON null
     * @throws IOException when it is no JSON
     */
    public static Object read(String text) throws IOException {
        try {
            return JsonReader.read(text);
        } catch (JsonException e) {
            throw new IOException("no JSON: " + e.getMessage(), e);
        }
    }

    private void value(Object value, int depth) {
        if (value instanceof Map<?, ?> map) {
            members(map, depth);
        } else if (value instanceof Collection<?> list) {
            elements(list, depth);
        } else if (value instanceof Double number) {
            out.append(BigDecimal.valueOf(number)
                    .setScale(DECIMALS, RoundingMode.HALF_UP)
                    .stripTrailingZeros()
                    .toPlainString());
        } else if (value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else {
            text(String.valueOf(value));
        }
    }

    private void members(Map<?, ?> map, int depth) {
        String separator = "";
        out.append('{');
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(separator);
            next(depth);
            text(String.valueOf(entry.getKey()));
            out.append(": ");
            value(entry.getValue(), depth + 1);
            separator = ",";
        }
        end(map.isEmpty(), depth);
        out.append('}');
    }

    private void elements(Collection<?> list, int depth) {
        String separator = "";
        out.append('[');
        for (Object element : list) {
            out.append(separator);
            next(depth);
            value(element, depth + 1);
            separator = ",";
        }
        end(list.isEmpty(), depth);
        out.append(']');
    }

    private void next(int depth) {
        if (depth < NESTED) {
            out.append('\n').append("  ".repeat(depth + 1));
        } else if (out.charAt(out.length() - 1) == ',') {
            out.append(' ');
        }
    }

    private void end(boolean empty, int depth) {
        if (depth < NESTED && !empty) {
            out.append('\n').append("  ".repeat(depth));
        }
    }

    private void text(String value) {
        out.append('"');
        value.chars().forEach(character -> {
            if (character == '"' || character == '\\') {
                out.append('\\').append((char) character);
            } else if (character < ' ') {
                out.append(String.format(Locale.ROOT, "\\u%04x", character));
            } else {
                out.append((char) character);
            }
        });
        out.append('"');
    }
}
