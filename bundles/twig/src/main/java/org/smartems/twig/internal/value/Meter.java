// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.value;

/**
 * Watches one rendering: every operation whose cost grows with its input tells it what it does, before it does it or
 * piece by piece, and the clock is read whenever enough has been told.
 */
public interface Meter {

    /** Shorter texts cost no more than the node that handles them. */
    int SHORT = 64;

    /**
     * Accounts for data about to be made, which takes memory and time.
     *
     * @param units one for two bytes
     * @throws Fault when a limit is passed
     */
    void charge(long units);

    /**
     * Accounts for time about to be used.
     *
     * @param steps one for each node that is run, or whatever takes as long
     * @throws Fault when the time is over
     */
    void step(long steps);

    /**
     * Accounts for going over a text, which costs less than making one.
     *
     * @param characters at most that many
     * @throws Fault when the time is over
     */
    default void scan(long characters) {
        step(1 + (characters >> 3));
    }

    /**
     * Accounts for an operand that is about to be read from its beginning to its end.
     *
     * @param value any; what is in an array is told by whoever goes over it
     * @throws Fault when the time is over
     */
    default void operand(Object value) {
        if (value instanceof String text) {
            if (text.length() > SHORT) {
                scan(text.length());
            }
        } else if (value instanceof Markup) {
            scan(value.toString().length());
        }
    }

    /**
     * Goes down into an array within an array.
     *
     * @throws Fault when that is too deep for the stack
     */
    void deeper();

    /** Comes back from {@link #deeper}. */
    void shallower();

    /**
     * Refuses a text that becomes too long.
     *
     * @param characters it has, or will have
     * @throws Fault when the limit is passed
     */
    void checkText(long characters);

    /**
     * Something PHP only warns about.
     *
     * @param message what PHP says
     * @throws Fault when variables are strict
     */
    void warn(String message);
}
