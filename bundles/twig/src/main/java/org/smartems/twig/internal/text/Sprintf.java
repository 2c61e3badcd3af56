// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.smartems.twig.internal.value.Bytes;
import org.smartems.twig.internal.value.Convert;
import org.smartems.twig.internal.value.Fault;
import org.smartems.twig.internal.value.FloatText;
import org.smartems.twig.internal.value.Meter;

/** PHP's {@code sprintf}. One object formats one text; it works on bytes. */
public final class Sprintf {

    private static final int DEFAULT_PRECISION = 6;
    private static final int LARGEST_WIDTH = 100_000;
    private static final int LARGEST_PRECISION = 53;

    private final String format;
    private final Object[] values;
    private final Meter meter;
    private final StringBuilder out = new StringBuilder();
    private int position;
    private int nextValue = 1;

    private Sprintf(String format, Object[] values, Meter meter) {
        this.format = format;
        this.values = values;
        this.meter = meter;
    }

    /** How one value is to be shown. */
    private static final class Spec {
        private int argument = -1;
        private boolean left;
        private boolean plus;
        private char pad = ' ';
        private int width;
        private int precision = -1;
    }

    /**
     * Formats values.
     *
     * @param format with percent signs
     * @param values what stands for them; the first one is passed over
     * @param meter is told of the length
     * @return the text
     */
    public static String format(String format, Object[] values, Meter meter) {
        Sprintf sprintf = new Sprintf(Bytes.spread(format), values, meter);
        sprintf.run();
        return Bytes.join(sprintf.out.toString());
    }

    private void run() {
        while (position < format.length()) {
            int percent = format.indexOf('%', position);
            if (percent < 0) {
                out.append(format, position, format.length());
                return;
            }
            out.append(format, position, percent);
            position = percent + 1;
            if (position < format.length() && format.charAt(position) == '%') {
                out.append('%');
                position++;
            } else {
                conversion();
            }
        }
    }

    private void conversion() {
        Spec spec = new Spec();
        argumentNumber(spec);
        flags(spec);
        spec.width = star(spec, LARGEST_WIDTH, "Width");
        if (peek() == '.') {
            position++;
            spec.precision = star(spec, Integer.MAX_VALUE, "Precision");
        }
        if (peek() == 'l') {
            position++;
        }
        char type = peek();
        if (type == 0) {
            throw Fault.thrown("Missing format specifier at end of string");
        }
        position++;
        Object value = spec.argument < 0 ? value(nextValue++) : value(spec.argument);
        convert(type, value, spec);
        meter.charge(spec.width + 1L);
        meter.checkText(out.length());
    }

    private char peek() {
        return position < format.length() ? format.charAt(position) : 0;
    }

    private int star(Spec spec, int largest, String what) {
        if (peek() == '*') {
            position++;
            long given = Convert.integer(value(nextValue++));
            if (given < 0 || given > largest) {
                throw Fault.thrown(what + " must be greater than zero and less than " + largest);
            }
            return (int) given;
        }
        return number(largest, what);
    }

    private int number(int largest, String what) {
        long number = 0;
        while (Character.isDigit(peek())) {
            number = number * 10 + Character.digit(peek(), 10);
            if (number > largest) {
                throw Fault.thrown(what + " must be greater than zero and less than " + largest);
            }
            position++;
        }
        return (int) number;
    }

    private void argumentNumber(Spec spec) {
        int start = position;
        int number = Character.isDigit(peek()) ? number(LARGEST_WIDTH, "Argument number specifier") : 0;
        if (number > 0 && peek() == '$') {
            position++;
            spec.argument = number;
            return;
        }
        position = start;
    }

    private void flags(Spec spec) {
        while (true) {
            switch (peek()) {
                case '-' -> spec.left = true;
                case '+' -> spec.plus = true;
                case '0' -> spec.pad = '0';
                case ' ' -> spec.pad = ' ';
                case '\'' -> {
                    position++;
                    if (peek() == 0) {
                        throw Fault.thrown("Missing padding character");
                    }
                    spec.pad = peek();
                }
                default -> {
                    return;
                }
            }
            position++;
        }
    }

    private Object value(int number) {
        if (number >= values.length) {
            throw Fault.thrown(number + 1 + " arguments are required, " + values.length + " given");
        }
        meter.operand(values[number]);
        return values[number];
    }

    private void convert(char type, Object value, Spec spec) {
        switch (type) {
            case 's' -> string(value, spec);
            case 'd' -> integer(Convert.integer(value), spec);
            case 'u' -> pad(Long.toUnsignedString(Convert.integer(value)), spec);
            case 'x' -> pad(Long.toHexString(Convert.integer(value)), spec);
            case 'X' -> pad(Long.toHexString(Convert.integer(value)).toUpperCase(java.util.Locale.ROOT), spec);
            case 'o' -> pad(Long.toOctalString(Convert.integer(value)), spec);
            case 'b' -> pad(Long.toBinaryString(Convert.integer(value)), spec);
            case 'c' -> out.append((char) (Convert.integer(value) & 0xFF));
            case 'e', 'E', 'f', 'F', 'g', 'G', 'h', 'H' -> {
                meter.step(FloatText.COST);
                real(type, Convert.real(value), spec);
            }
            default -> throw Fault.thrown("Unknown format specifier \"" + type + "\"");
        }
    }

    private void string(Object value, Spec spec) {
        String text = Bytes.spread(Convert.text(value, meter));
        boolean cut = spec.precision >= 0 && spec.precision < text.length();
        pad(cut ? text.substring(0, spec.precision) : text, spec);
    }

    private void integer(long number, Spec spec) {
        if (spec.left && spec.pad == '0') {
            spec.pad = ' ';
        }
        sign(number < 0, Long.toString(number).replace("-", ""), spec);
    }

    private void real(char type, double number, Spec spec) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            out.append(Double.isNaN(number) ? "NaN" : "INF");
            return;
        }
        int precision = spec.precision < 0 ? DEFAULT_PRECISION : Math.min(spec.precision, LARGEST_PRECISION);
        double size = Math.abs(number);
        String digits =
                switch (type) {
                    case 'f', 'F' -> fixed(size, precision);
                    case 'e', 'E' -> exponential(size, precision, type);
                    default -> general(size, precision, type);
                };
        sign(number < 0 || number == 0 && 1 / number < 0 && type != 'f' && type != 'F', digits, spec);
    }

    private static String fixed(double size, int precision) {
        return new BigDecimal(size).setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String exponential(double size, int precision, char letter) {
        BigDecimal rounded = new BigDecimal(size).round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
        String digits = size == 0 ? "0" : rounded.unscaledValue().toString();
        int exponent = size == 0 ? 0 : digits.length() - 1 - rounded.scale();
        String padded = (digits + "0".repeat(precision)).substring(0, precision + 1);
        return padded.charAt(0)
                + (precision > 0 ? "." + padded.substring(1) : "")
                + letter
                + (exponent < 0 ? "-" : "+")
                + Math.abs(exponent);
    }

    private static String general(double size, int precision, char type) {
        int digits = Math.max(1, precision);
        char letter = Character.isUpperCase(type) ? 'E' : 'e';
        return FloatText.rounded(size, digits, letter);
    }

    private void sign(boolean negative, String digits, Spec spec) {
        String sign = negative ? "-" : spec.plus ? "+" : "";
        if (spec.pad == '0' && !spec.left && digits.length() + sign.length() < spec.width) {
            out.append(sign)
                    .append("0".repeat(spec.width - digits.length() - sign.length()))
                    .append(digits);
            return;
        }
        pad(sign + digits, spec);
    }

    private void pad(String text, Spec spec) {
        int missing = spec.width - text.length();
        if (missing <= 0) {
            out.append(text);
        } else if (spec.left) {
            out.append(text).append(String.valueOf(spec.pad).repeat(missing));
        } else {
            out.append(String.valueOf(spec.pad).repeat(missing)).append(text);
        }
    }
}
