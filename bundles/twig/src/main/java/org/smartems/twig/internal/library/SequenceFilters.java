// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.library;

import static org.smartems.twig.internal.run.Definition.of;

import java.util.List;
import org.smartems.twig.internal.run.Definition;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.run.Run;
import org.smartems.twig.internal.value.Convert;
import org.smartems.twig.internal.value.PhpArray;
import org.smartems.twig.internal.value.Search;

/** Filters of arrays as well as texts. */
final class SequenceFilters {

    private static final long PART_COST = 32;

    private SequenceFilters() {}

    static List<Definition> all() {
        return List.of(
                of("length", "", (frame, a) -> length(a[0], frame.run())),
                of("slice", "start length? preserve_keys?", SequenceFilters::slice),
                of("first", "", (frame, a) -> end(a[0], 0, frame.run())),
                of("last", "", (frame, a) -> end(a[0], -1, frame.run())),
                of("reverse", "preserve_keys?", SequenceFilters::reverse),
                of("join", "glue? and?", SequenceFilters::join),
                of("split", "delimiter limit?", SequenceFilters::split),
                of("default", "default?", (frame, a) -> a[0]));
    }

    private static Object length(Object value, Run run) {
        if (value instanceof PhpArray array) {
            return (long) array.size();
        }
        if (org.smartems.twig.internal.value.Types.isObject(value)) {
            return 1L;
        }
        String text = Convert.text(value, run);
        return (long) text.codePointCount(0, text.length());
    }

    private static Object slice(Frame frame, Object[] arguments) {
        int start = Args.integerOr(arguments, 1, 0);
        Integer length = arguments[2] == null ? null : Args.integerOr(arguments, 2, 0);
        return Slices.slice(arguments[0], new Slices.Part(start, length, Args.flag(arguments, 3)), frame.run());
    }

    /** The first element or the last; false when there is none. */
    private static Object end(Object value, int start, Run run) {
        Object part = Slices.slice(value, new Slices.Part(start, 1, false), run);
        if (part instanceof PhpArray array) {
            return array.isEmpty() ? (Object) false : array.valueAt(0);
        }
        return part;
    }

    private static Object reverse(Frame frame, Object[] arguments) {
        if (!(arguments[0] instanceof PhpArray array)) {
            String text = Convert.text(arguments[0], frame.run());
            frame.run().charge(text.length());
            return Characters.reverse(text);
        }
        frame.run().chargeArray(array.size());
        PhpArray reversed = new PhpArray(array.size());
        for (int i = array.size() - 1; i >= 0; i--) {
            Slices.copy(array, i, reversed, Args.flag(arguments, 1));
        }
        return reversed;
    }

    private static Object join(Frame frame, Object[] arguments) {
        Object value = arguments[0];
        Object[] values =
                value instanceof PhpArray array ? array.values() : value == null ? new Object[0] : new Object[] {value};
        String glue = Args.textOr(arguments, 1, "", "implode");
        String and = arguments[2] == null ? glue : Args.text(arguments, 2, "implode");
        if (values.length == 1 && !and.equals(glue)) {
            return values[0];
        }
        frame.run().step(values.length);
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            String between = i == 0 ? "" : i == values.length - 1 ? and : glue;
            String text = Convert.text(values[i], frame.run());
            frame.run().checkText((long) joined.length() + text.length() + between.length());
            frame.run().charge((long) text.length() + between.length());
            joined.append(between).append(text);
        }
        return joined.toString();
    }

    private static Object split(Frame frame, Object[] arguments) {
        String text = Args.text(arguments, 0, "explode");
        String delimiter = Args.text(arguments, 1, "explode");
        int limit = Args.integerOr(arguments, 2, delimiter.isEmpty() ? 1 : Integer.MAX_VALUE);
        if (!delimiter.isEmpty()) {
            return explode(text, delimiter, limit == 0 ? 1 : limit, frame.run());
        }
        if (limit <= 1) {
            return Characters.split(text, frame.run());
        }
        return Characters.pieces(text, limit, frame.run());
    }

    private static PhpArray explode(String text, String delimiter, int limit, Run run) {
        PhpArray parts = new PhpArray();
        int from = 0;
        int at = Search.indexOf(text, delimiter, 0, run);
        while (at >= 0 && (limit < 0 || parts.size() < limit - 1)) {
            run.charge(PART_COST + at - from);
            run.checkArray(parts.size());
            parts.add(text.substring(from, at));
            from = at + delimiter.length();
            at = Search.indexOf(text, delimiter, from, run);
        }
        parts.add(text.substring(from));
        run.chargeArray(parts.size());
        return limit < 0 ? Slices.array(parts, new Slices.Part(0, limit, false), run) : parts;
    }
}
