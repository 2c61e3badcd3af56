// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import java.util.Locale;

/** Names for people, made of the names of members. */
final class Labels {

    private Labels() {}

    /** {@code serialNumber} becomes {@code Serial number}. */
    static String of(String name) {
        String words = name.replaceAll("(?<=[a-z])(?=[A-Z0-9])", " ").toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
