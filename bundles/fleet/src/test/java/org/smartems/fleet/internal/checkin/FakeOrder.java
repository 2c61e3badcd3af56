// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import org.smartems.spi.firmware.FirmwareVersioning;
import org.smartems.spi.firmware.VersionRelation;

/** Versions that are whole numbers, as numbers. */
public record FakeOrder() implements FirmwareVersioning {

    public static final String ID = "numbers";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String label() {
        return "Numbers";
    }

    @Override
    public boolean isVersion(String version) {
        return version.matches("[0-9]{1,9}");
    }

    @Override
    public VersionRelation relate(String version, String other) {
        int order = Integer.compare(Integer.parseInt(version), Integer.parseInt(other));
        if (order == 0) {
            return VersionRelation.EQUAL;
        }
        return order < 0 ? VersionRelation.LOWER : VersionRelation.HIGHER;
    }
}
