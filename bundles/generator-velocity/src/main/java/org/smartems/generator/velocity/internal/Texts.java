// SPDX-License-Identifier: Apache-2.0
package org.smartems.generator.velocity.internal;

import java.util.Collection;
import java.util.Map;
import org.apache.velocity.runtime.directive.Scope;

/** How values are written. */
final class Texts {

    private Texts() {}

    /** A value as text, as Java writes it. */
    static String of(Object value, Meter meter) {
        if (value instanceof String text) {
            return text;
        }
        boolean container = value instanceof Collection<?> || value instanceof Map<?, ?>;
        if (container && !(value instanceof Scope)) {
            StringBuilder text = new StringBuilder();
            append(text, value);
            meter.text(text.length());
            return text.toString();
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        throw new Refusal("This can only be asked for its properties or be written out");
    }

    private static void append(StringBuilder text, Object value) {
        if (value instanceof Collection<?> list) {
            String separator = "[";
            for (Object element : list) {
                append(text.append(separator), element);
                separator = ", ";
            }
            text.append(list.isEmpty() ? "[]" : "]");
        } else if (value instanceof Map<?, ?> map) {
            String separator = "{";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                append(text.append(separator).append(entry.getKey()).append('='), entry.getValue());
                separator = ", ";
            }
            text.append(map.isEmpty() ? "{}" : "}");
        } else {
            text.append(value);
        }
        if (text.length() > Meter.TEXT) {
            throw new Refusal("A text is longer than the limit of " + Meter.TEXT + " characters");
        }
    }

    /** Replaces each occurrence. */
    static String replace(String text, String from, String to, Meter meter) {
        if (from.isEmpty()) {
            throw new Refusal("There is nothing to be replaced");
        }
        StringBuilder result = new StringBuilder();
        int copied = 0;
        for (int at = Search.indexOf(text, from, 0, meter); at >= 0; at = Search.indexOf(text, from, copied, meter)) {
            meter.text(result.length() + (long) at - copied + to.length(), (long) at - copied + to.length());
            result.append(text, copied, at).append(to);
            copied = at + from.length();
        }
        meter.text(result.length() + (long) text.length() - copied, text.length() - copied);
        return copied == 0 ? text : result.append(text, copied, text.length()).toString();
    }
}
