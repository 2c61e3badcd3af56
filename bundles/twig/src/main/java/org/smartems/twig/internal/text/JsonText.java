// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.text;

import org.smartems.twig.internal.value.Bytes;
import org.smartems.twig.internal.value.Fault;
import org.smartems.twig.internal.value.FloatText;
import org.smartems.twig.internal.value.Markup;
import org.smartems.twig.internal.value.Meter;
import org.smartems.twig.internal.value.NumericText;
import org.smartems.twig.internal.value.PhpArray;

/** PHP's {@code json_encode}. One object writes one text. */
public final class JsonText {

    private static final int HEX_TAG = 1;
    private static final int HEX_AMP = 2;
    private static final int HEX_APOS = 4;
    private static final int HEX_QUOT = 8;
    private static final int FORCE_OBJECT = 16;
    private static final int NUMERIC_CHECK = 32;
    private static final int UNESCAPED_SLASHES = 64;
    private static final int PRETTY_PRINT = 128;
    private static final int UNESCAPED_UNICODE = 256;
    private static final int PARTIAL_OUTPUT = 512;
    private static final int PRESERVE_ZERO_FRACTION = 1024;
    private static final int UNESCAPED_LINE_TERMINATORS = 2048;
    private static final int INVALID_IGNORE = 1 << 20;
    private static final int INVALID_SUBSTITUTE = 1 << 21;
    private static final String INDENT = "    ";
    private static final int ASCII = 0x80;
    private static final char LINE_SEPARATOR = '\u2028';
    private static final char PARAGRAPH_SEPARATOR = '\u2029';

    private final StringBuilder out = new StringBuilder();
    private final long flags;
    private final long deepest;
    private final Meter meter;
    private long depth;
    private boolean failed;

    private JsonText(long flags, long deepest, Meter meter) {
        this.flags = flags;
        this.deepest = deepest;
        this.meter = meter;
    }

    /**
     * Writes a value.
     *
     * @param value any
     * @param flags PHP's constants {@code JSON_…}
     * @param deepest levels of arrays that are allowed
     * @param meter is told of the length
     * @return the text, or false when PHP fails
     */
    public static Object encode(Object value, long flags, long deepest, Meter meter) {
        JsonText json = new JsonText(flags, deepest, meter);
        json.write(value);
        return json.failed && !json.has(PARTIAL_OUTPUT) ? (Object) false : json.out.toString();
    }

    private boolean has(int flag) {
        return (flags & flag) != 0;
    }

    private void write(Object value) {
        meter.charge(2);
        if (value == null) {
            out.append("null");
        } else if (value instanceof Boolean || value instanceof Long) {
            out.append(value);
        } else if (value instanceof Double number) {
            number(number);
        } else if (value instanceof String || value instanceof Markup) {
            string(value.toString());
        } else if (value instanceof PhpArray array) {
            array(array);
        } else if (value instanceof Exposed object) {
            array(object.properties());
        } else {
            out.append("{}");
        }
    }

    private void number(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            failed = true;
            out.append('0');
            return;
        }
        meter.step(FloatText.COST);
        String text = FloatText.exact(number, 'e');
        out.append(text);
        if (has(PRESERVE_ZERO_FRACTION) && text.indexOf('.') < 0) {
            out.append(".0");
        }
    }

    private void array(PhpArray array) {
        boolean list = !has(FORCE_OBJECT) && array.isList();
        if (array.isEmpty()) {
            out.append(list ? "[]" : "{}");
            return;
        }
        if (++depth > deepest) {
            failed = true;
        }
        if (depth > Math.min(deepest, LIMIT)) {
            checkDepth();
            out.append(list ? "[]" : "{}");
            depth--;
            return;
        }
        out.append(list ? '[' : '{');
        for (int i = 0; i < array.size(); i++) {
            out.append(i == 0 ? "" : ",");
            line();
            if (!list) {
                quoted(array.keyAt(i).toString());
                out.append(has(PRETTY_PRINT) ? ": " : ":");
            }
            write(array.valueAt(i));
        }
        depth--;
        line();
        out.append(list ? ']' : '}');
    }

    private static final int LIMIT = 512;

    private void checkDepth() {
        if (depth > LIMIT) {
            throw Fault.of("The value is nested too deeply for JSON.");
        }
    }

    private void line() {
        if (has(PRETTY_PRINT)) {
            meter.charge(INDENT.length() * depth);
            out.append('\n').append(INDENT.repeat((int) depth));
        }
    }

    private void string(String text) {
        if (has(NUMERIC_CHECK)) {
            meter.scan(text.length());
            Number number = NumericText.parse(text);
            if (number != null) {
                write(number);
                return;
            }
        }
        quoted(text);
    }

    private void quoted(String text) {
        meter.charge(text.length() * 2L);
        meter.checkText((long) out.length() + text.length());
        if (Bytes.hasRaw(text) && !has(INVALID_IGNORE) && !has(INVALID_SUBSTITUTE)) {
            failed = true;
            out.append("null");
            return;
        }
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean second = i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
            if (Character.isLowSurrogate(c) && !second) {
                invalid();
            } else if (c < ASCII) {
                ascii(c);
            } else {
                wide(c);
            }
        }
        out.append('"');
        meter.checkText(out.length());
    }

    private void invalid() {
        if (!has(INVALID_IGNORE)) {
            out.append(has(UNESCAPED_UNICODE) ? "\uFFFD" : "\\ufffd");
        }
    }

    private void wide(char c) {
        boolean separator = c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR;
        if (has(UNESCAPED_UNICODE) && (!separator || has(UNESCAPED_LINE_TERMINATORS))) {
            out.append(c);
        } else {
            hex(c);
        }
    }

    private void ascii(char c) {
        switch (c) {
            case '"' -> special(c, HEX_QUOT, "\\\"");
            case '\\' -> out.append("\\\\");
            case '/' -> out.append(has(UNESCAPED_SLASHES) ? "/" : "\\/");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '<', '>' -> special(c, HEX_TAG, null);
            case '&' -> special(c, HEX_AMP, null);
            case '\'' -> special(c, HEX_APOS, null);
            default -> {
                if (c < ' ') {
                    hex(c);
                } else {
                    out.append(c);
                }
            }
        }
    }

    private void special(char c, int flag, String plain) {
        if (has(flag)) {
            Hex.append(out.append("\\u"), c, 4);
        } else {
            out.append(plain == null ? String.valueOf(c) : plain);
        }
    }

    private void hex(char c) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(Character.forDigit(c >> shift & 0xF, 16));
        }
    }

    /** An object whose properties JSON shows. */
    public interface Exposed {

        /**
         * What JSON shows.
         *
         * @return names with values
         */
        PhpArray properties();
    }
}
