// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.configuration;

import java.util.Locale;

/** What a router is known by. More may come. */
public enum RouterIdentifier {
    /** Its serial number. */
    SERIAL,
    /** The subscriber identity of its SIM card. */
    IMSI;

    /**
     * As clients and the database write it.
     *
     * @return the name in lower case
     */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads what {@link #value()} writes.
     *
     * @param value in lower case
     * @return the identifier of that value
     * @throws IllegalArgumentException when there is none
     */
    public static RouterIdentifier of(String value) {
        for (RouterIdentifier identifier : values()) {
            if (identifier.value().equals(value)) {
                return identifier;
            }
        }
        throw new IllegalArgumentException("not a router identifier: " + value);
    }
}
