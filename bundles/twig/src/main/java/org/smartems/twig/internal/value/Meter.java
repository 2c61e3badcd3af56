// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.value;

/** Watches one rendering: every operation whose cost grows with its input tells it what it does. */
public interface Meter {

    /**
     * Accounts for work or memory about to be used.
     *
     * @param units one for two bytes
     * @throws Fault when a limit is passed
     */
    void charge(long units);

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
