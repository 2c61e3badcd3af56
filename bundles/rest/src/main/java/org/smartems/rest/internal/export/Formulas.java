// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.export;

/** Text of devices and people that a spreadsheet would run. */
final class Formulas {

    private Formulas() {}

    /** With an apostrophe before what begins like a formula. */
    static String defused(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
