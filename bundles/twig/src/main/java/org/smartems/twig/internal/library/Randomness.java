// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.library;

import java.util.concurrent.ThreadLocalRandom;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.value.Convert;
import org.smartems.twig.internal.value.Fault;
import org.smartems.twig.internal.value.PhpArray;

/** What depends on chance; not for secrets. */
final class Randomness {

    private static final long LARGEST = Integer.MAX_VALUE;

    private Randomness() {}

    /** The function {@code random}. */
    static Object random(Frame frame, Object[] arguments) {
        Object values = arguments[0];
        Object max = arguments[1];
        if (values == null) {
            return between(0, max == null ? LARGEST : Convert.integer(max));
        }
        if (values instanceof Number number) {
            long bound = Convert.integer(number);
            if (max != null) {
                return between(bound, Convert.integer(max));
            }
            return bound < 0 ? between(bound, 0) : between(0, bound);
        }
        if (values instanceof String text) {
            return text.isEmpty() ? "" : pick(Characters.split(text, frame.run()));
        }
        if (!(values instanceof PhpArray array)) {
            return values;
        }
        if (array.isEmpty()) {
            throw Fault.of("The random function cannot pick from an empty sequence or mapping.");
        }
        return pick(array);
    }

    private static Object pick(PhpArray array) {
        return array.valueAt(ThreadLocalRandom.current().nextInt(array.size()));
    }

    private static Object between(long least, long most) {
        if (most < least) {
            throw Fault.thrown("mt_rand(): Argument #2 ($max) must be greater than or equal to argument #1 ($min)");
        }
        if (most == Long.MAX_VALUE) {
            return least == Long.MIN_VALUE
                    ? ThreadLocalRandom.current().nextLong()
                    : ThreadLocalRandom.current().nextLong(least - 1, most) + 1;
        }
        return ThreadLocalRandom.current().nextLong(least, most + 1);
    }

    /** The filter {@code shuffle}. */
    static Object shuffle(Frame frame, Object[] arguments) {
        Object value = arguments[0];
        if (value instanceof PhpArray array) {
            frame.run().chargeArray(array.size());
            return PhpArray.list(shuffled(array.values()));
        }
        PhpArray characters = Characters.split(Convert.text(value, frame.run()), frame.run());
        StringBuilder text = new StringBuilder();
        for (Object character : shuffled(characters.values())) {
            text.append(character);
        }
        return text.toString();
    }

    private static Object[] shuffled(Object[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int other = ThreadLocalRandom.current().nextInt(i + 1);
            Object moved = values[i];
            values[i] = values[other];
            values[other] = moved;
        }
        return values;
    }
}
