// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.library;

import static org.smartems.twig.internal.run.Definition.of;

import java.util.List;
import org.smartems.twig.internal.run.Definition;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.text.NumberFormat;
import org.smartems.twig.internal.value.Convert;
import org.smartems.twig.internal.value.Fault;
import org.smartems.twig.internal.value.Markup;
import org.smartems.twig.internal.value.NumericText;
import org.smartems.twig.internal.value.Types;

/** Filters of numbers. */
final class NumberFilters {

    private static final int MOST_DECIMALS = 1000;

    private NumberFilters() {}

    static List<Definition> all() {
        return List.of(
                of("abs", "", NumberFilters::abs),
                of("round", "precision? method?", NumberFilters::round),
                of("number_format", "decimal? decimal_point? thousand_sep?", NumberFilters::numberFormat));
    }

    private static Object abs(Frame frame, Object[] arguments) {
        Object number = number(arguments[0], "abs(): Argument #1 ($num)");
        if (number instanceof Long whole) {
            return whole == Long.MIN_VALUE ? (Object) (-(double) whole) : (Object) Math.abs(whole);
        }
        return Math.abs((Double) number);
    }

    private static Object number(Object value, String what) {
        if (value instanceof Number) {
            return value;
        }
        if (value == null || value instanceof Boolean) {
            return Convert.integer(value);
        }
        Number number = value instanceof String text ? NumericText.parse(text) : null;
        if (number == null) {
            throw Fault.thrown(what + " must be of type int|float, " + Types.name(value) + " given");
        }
        return number;
    }

    /** The cast to a float, of which PHP says that markup has none. */
    private static double real(Frame frame, Object value) {
        if (value instanceof Markup) {
            frame.run().warn("Object of class Twig\\Markup could not be converted to float");
            return 1;
        }
        return Convert.real(value);
    }

    private static Object round(Frame frame, Object[] arguments) {
        double value = real(frame, arguments[0]);
        int precision = Args.integerOr(arguments, 1, 0);
        String method = Args.textOr(arguments, 2, "common", "round");
        double factor = Math.pow(10, precision);
        return switch (method) {
            case "common" -> NumberFormat.round(value, precision);
            case "ceil" -> Math.ceil(value * factor) / factor;
            case "floor" -> Math.floor(value * factor) / factor;
            default ->
                throw Fault.of("The \"round\" filter only supports the \"common\", \"ceil\", and \"floor\" methods.");
        };
    }

    private static Object numberFormat(Frame frame, Object[] arguments) {
        int decimals = Math.max(0, Math.min(MOST_DECIMALS, Args.integerOr(arguments, 1, 0)));
        String point = Args.textOr(arguments, 2, ".", "number_format");
        String separator = Args.textOr(arguments, 3, ",", "number_format");
        frame.run().charge(decimals + 100L * separator.length());
        return NumberFormat.format(real(frame, arguments[0]), decimals, point, separator);
    }
}
