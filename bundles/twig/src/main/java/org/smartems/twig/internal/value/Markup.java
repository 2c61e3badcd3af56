// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.value;

/** Text that is already escaped: what a macro or a capture made. */
public final class Markup {

    private final String text;

    private Markup(String text) {
        this.text = text;
    }

    /**
     * Marks text as escaped.
     *
     * @param text what was captured
     * @return the empty string when there is nothing to mark
     */
    public static Object of(String text) {
        return text.isEmpty() ? "" : new Markup(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
