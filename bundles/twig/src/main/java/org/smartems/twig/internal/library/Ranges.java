// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.library;

import org.smartems.twig.internal.run.Run;
import org.smartems.twig.internal.value.Bytes;
import org.smartems.twig.internal.value.Convert;
import org.smartems.twig.internal.value.Fault;
import org.smartems.twig.internal.value.NumericText;
import org.smartems.twig.internal.value.PhpArray;

/** The operator {@code ..} and the function {@code range}: numbers or letters in a row. */
public final class Ranges {

    private static final int BYTE = 0xFF;

    private Ranges() {}

    /**
     * Makes a range.
     *
     * @param low the first value
     * @param high the last value, or above it
     * @param step from one to the next; null for 1
     * @param run limits
     * @return a sequence, downwards when the first value is larger
     */
    public static Object range(Object low, Object high, Object step, Run run) {
        Object by = step == null ? (Object) 1L : number(step, true);
        if (isLetter(low) && isLetter(high) && by instanceof Long letters) {
            return letters((String) low, (String) high, letters, run);
        }
        boolean texts = low instanceof String && high instanceof String;
        Object from = number(low, texts);
        Object to = number(high, texts);
        if (from instanceof Double || to instanceof Double || by instanceof Double) {
            return reals(Convert.real(from), Convert.real(to), Math.abs(Convert.real(by)), run);
        }
        return integers((Long) from, (Long) to, (Long) by, run);
    }

    private static boolean isLetter(Object value) {
        return value instanceof String text && !text.isEmpty() && NumericText.parse(text) == null;
    }

    private static Object number(Object value, boolean realTexts) {
        if (value instanceof String text) {
            Number number = realTexts ? NumericText.parse(text) : null;
            return number == null ? Convert.integer(text) : number;
        }
        return value instanceof Double ? value : (Object) Convert.integer(value);
    }

    private static PhpArray letters(String low, String high, long step, Run run) {
        int from = Bytes.spread(low).charAt(0);
        int to = Bytes.spread(high).charAt(0);
        PhpArray numbers = integers(from, to, step, run);
        Object[] letters = numbers.values();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = Bytes.join(String.valueOf((char) ((Long) letters[i] & BYTE)));
        }
        return PhpArray.list(letters);
    }

    private static PhpArray integers(long from, long to, long by, Run run) {
        if (from == to) {
            return PhpArray.list(from);
        }
        double distance = Math.abs((double) to - (double) from);
        long step = Math.abs(by);
        if (step <= 0 || distance < step) {
            throw badStep();
        }
        double count = Math.floor(distance / step) + 1;
        run.chargeArray((long) count);
        Object[] values = new Object[(int) count];
        for (int i = 0; i < values.length; i++) {
            values[i] = from < to ? from + i * step : from - i * step;
        }
        return PhpArray.list(values);
    }

    private static PhpArray reals(double from, double to, double step, Run run) {
        if (from == to) {
            return PhpArray.list(from);
        }
        double distance = Math.abs(to - from);
        if (!(step > 0) || distance < step) {
            throw badStep();
        }
        double count = Math.floor(distance / step + 1e-9) + 1;
        if (Double.isNaN(count)) {
            throw badStep();
        }
        run.chargeArray((long) count);
        Object[] values = new Object[(int) count];
        for (int i = 0; i < values.length; i++) {
            values[i] = from < to ? from + i * step : from - i * step;
        }
        return PhpArray.list(values);
    }

    private static Fault badStep() {
        return Fault.thrown("range(): Argument #3 ($step) must not exceed the specified range");
    }
}
