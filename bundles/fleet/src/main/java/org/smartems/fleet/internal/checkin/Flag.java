// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.util.Locale;
import java.util.Optional;
import org.smartems.spi.procedure.WorkKind;

/** A request for work; its column holds the number of the request, 0 when there is none. */
public enum Flag {
    /** Firmware of slot 1. */
    REINSTALL_FIRMWARE1,
    /** Firmware of slot 2. */
    REINSTALL_FIRMWARE2,
    /** Firmware of slot 3. */
    REINSTALL_FIRMWARE3,
    /** Config of slot 1. */
    REINSTALL_CONFIG1,
    /** Config of slot 2. */
    REINSTALL_CONFIG2,
    /** Config of slot 3. */
    REINSTALL_CONFIG3,
    /** Diagnose data. */
    REQUEST_DIAGNOSE_DATA,
    /** The device's config. */
    REQUEST_CONFIG_DATA;

    /** The flag of a kind of work. */
    public static Flag of(WorkKind kind, int slot) {
        return switch (kind) {
            case FIRMWARE -> values()[REINSTALL_FIRMWARE1.ordinal() + slot - 1];
            case CONFIG -> values()[REINSTALL_CONFIG1.ordinal() + slot - 1];
            case DIAGNOSE -> REQUEST_DIAGNOSE_DATA;
            case REQUEST_CONFIG -> REQUEST_CONFIG_DATA;
        };
    }

    /** The flag of a kind of work as stored; empty for one that this version does not know. */
    public static Optional<Flag> of(String kind, int slot) {
        for (WorkKind known : WorkKind.values()) {
            if (known.name().equals(kind)) {
                return Optional.of(of(known, slot));
            }
        }
        return Optional.empty();
    }

    /** The work that it requests. */
    public WorkKind kind() {
        return switch (this) {
            case REINSTALL_FIRMWARE1, REINSTALL_FIRMWARE2, REINSTALL_FIRMWARE3 -> WorkKind.FIRMWARE;
            case REINSTALL_CONFIG1, REINSTALL_CONFIG2, REINSTALL_CONFIG3 -> WorkKind.CONFIG;
            case REQUEST_DIAGNOSE_DATA -> WorkKind.DIAGNOSE;
            case REQUEST_CONFIG_DATA -> WorkKind.REQUEST_CONFIG;
        };
    }

    /** The slot of firmware or config, else 0. */
    public int slot() {
        return switch (kind()) {
            case FIRMWARE -> ordinal() - REINSTALL_FIRMWARE1.ordinal() + 1;
            case CONFIG -> ordinal() - REINSTALL_CONFIG1.ordinal() + 1;
            case DIAGNOSE, REQUEST_CONFIG -> 0;
        };
    }

    /** The column of fleet_device_state. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
