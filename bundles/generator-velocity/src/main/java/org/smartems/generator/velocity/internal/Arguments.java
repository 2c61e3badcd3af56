// SPDX-License-Identifier: Apache-2.0
package org.smartems.generator.velocity.internal;

/** The arguments of one call. */
final class Arguments {

    /** What a call answers that there is not. */
    static final Object UNKNOWN = new Object();

    private final String name;
    private final Object[] values;

    Arguments(String name, Object[] values) {
        this.name = name;
        this.values = values;
    }

    String name() {
        return name;
    }

    int count() {
        return values.length;
    }

    String signature() {
        return name + '/' + values.length;
    }

    Meter none() {
        if (values.length > 0) {
            throw new Refusal(name + " takes no argument");
        }
        return Meter.current();
    }

    Object only() {
        if (values.length != 1) {
            throw new Refusal(name + " takes one argument");
        }
        return values[0];
    }

    Object get(int index) {
        return values[index];
    }

    String text(int index) {
        if (values[index] == null) {
            throw new Refusal(name + " takes a text, not nothing");
        }
        return Texts.of(values[index], Meter.current());
    }

    /** A place of an element; negative ones count from the end. */
    int index(int argument, int size) {
        int index = integer(argument);
        int place = index < 0 ? index + size : index;
        if (place < 0 || place >= size) {
            throw new Refusal("There is no element " + index + ": there are " + size);
        }
        return place;
    }

    /** A place before, between or after elements. */
    int position(int argument, int size) {
        int position = integer(argument);
        if (position < 0 || position > size) {
            throw new Refusal("There is no position " + position + ": positions go from 0 to " + size);
        }
        return position;
    }

    private int integer(int argument) {
        Number number = Numbers.orNull(values[argument]);
        if (number == null || number.doubleValue() != number.intValue()) {
            throw new Refusal(name + " takes an integer");
        }
        return number.intValue();
    }
}
