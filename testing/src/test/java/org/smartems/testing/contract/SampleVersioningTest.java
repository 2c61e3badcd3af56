// SPDX-License-Identifier: Apache-2.0
package org.smartems.testing.contract;

import java.util.List;
import org.smartems.spi.firmware.FirmwareVersioning;
import org.smartems.spi.firmware.VersionRelation;

/** The contract can be fulfilled by the order that the documentation shows. */
class SampleVersioningTest implements FirmwareVersioningContract {

    @Override
    public FirmwareVersioning versioning() {
        return new BuildNumbers();
    }

    @Override
    public List<String> versions() {
        return List.of("9", "10", "123456789012345678");
    }

    private static final class BuildNumbers implements FirmwareVersioning {

        @Override
        public String id() {
            return "buildNumber";
        }

        @Override
        public String label() {
            return "Build numbers";
        }

        @Override
        public boolean isVersion(String version) {
            return version.matches("[0-9]{1,18}");
        }

        @Override
        public VersionRelation relate(String version, String other) {
            int order = Long.compare(Long.parseLong(version), Long.parseLong(other));
            if (order == 0) {
                return VersionRelation.EQUAL;
            }
            return order < 0 ? VersionRelation.LOWER : VersionRelation.HIGHER;
        }
    }
}
