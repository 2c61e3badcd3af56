// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.library;

import static org.smartems.twig.internal.run.Definition.of;

import java.util.List;
import org.smartems.twig.internal.date.DateText;
import org.smartems.twig.internal.date.PhpDate;
import org.smartems.twig.internal.date.PhpInterval;
import org.smartems.twig.internal.run.Definition;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.run.Settings;
import org.smartems.twig.internal.value.Convert;
import org.smartems.twig.internal.value.Fault;
import org.smartems.twig.internal.value.NumericText;

/** The filters and the function of dates. */
final class DateFunctions {

    private static final String FORMAT = "F j, Y H:i";
    private static final String INTERVAL_FORMAT = "%d days";

    /** Reading and writing dates takes as long as so many nodes for each character, or less. */
    private static final long CHARACTER_COST = 200;

    private DateFunctions() {}

    static List<Definition> filters() {
        return List.of(
                of("date", "format? timezone?", DateFunctions::format),
                of("date_modify", "modifier", DateFunctions::modify));
    }

    static Definition function() {
        return of("date", "date? timezone?", (frame, a) -> date(frame, a[0], a[1]));
    }

    private static Object format(Frame frame, Object[] arguments) {
        boolean interval = arguments[0] instanceof PhpInterval;
        String format = Args.textOr(arguments, 1, interval ? INTERVAL_FORMAT : FORMAT, "date");
        frame.run().step(CHARACTER_COST * format.length());
        if (interval) {
            return ((PhpInterval) arguments[0]).format(format);
        }
        String text = date(frame, arguments[0], arguments[2]).format(format);
        frame.run().chargeText(text.length());
        return text;
    }

    private static Object modify(Frame frame, Object[] arguments) {
        String modifier = Args.text(arguments, 1, "date_modify");
        frame.run().step(CHARACTER_COST * modifier.length());
        PhpDate moved = date(frame, arguments[0], false).modify(modifier);
        if (moved == null) {
            frame.run().warn("DateTime::modify(): " + DateText.complaint(modifier));
            return false;
        }
        return moved;
    }

    /** The date of a value; a zone of false leaves it where it is, one of null brings it to the engine's. */
    private static PhpDate date(Frame frame, Object value, Object zone) {
        Settings settings = frame.run().settings();
        frame.run().step(CHARACTER_COST * (value instanceof String text ? 1 + text.length() : 1));
        PhpDate date = value instanceof PhpDate given ? given : parse(value, settings, frame);
        if (value == null || "now".equals(value)) {
            return zone == null || zone == Boolean.FALSE ? date : date.in(Args.text(new Object[] {zone}, 0, "date"));
        }
        if (zone == Boolean.FALSE) {
            return date;
        }
        return zone == null ? date.in(settings.zone()) : date.in(Args.text(new Object[] {zone}, 0, "date"));
    }

    private static PhpDate parse(Object value, Settings settings, Frame frame) {
        String text = value == null ? "now" : Convert.text(value, frame.run());
        boolean negative = text.startsWith("-");
        if (NumericText.isDigits(negative ? text.substring(1) : text)) {
            if (!(NumericText.parse(text) instanceof Long seconds)) {
                throw Fault.thrown("DateTime::__construct(): The timestamp " + text + " is out of range");
            }
            return DateText.timestamp(seconds);
        }
        return DateText.parse(text, settings.clock(), settings.zone());
    }
}
