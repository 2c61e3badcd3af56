// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.firmware;

import org.osgi.service.component.annotations.Component;
import org.smartems.fleet.devicetype.DeviceTypes;
import org.smartems.spi.firmware.FirmwareVersioning;
import org.smartems.spi.firmware.VersionRelation;

/** No order at all: any difference counts. */
@Component
public final class AnySchema implements FirmwareVersioning {

    @Override
    public String id() {
        return DeviceTypes.ANY_SCHEMA;
    }

    @Override
    public String label() {
        return "Any difference";
    }

    @Override
    public boolean isVersion(String version) {
        return true;
    }

    @Override
    public VersionRelation relate(String version, String other) {
        return version.equals(other) ? VersionRelation.EQUAL : VersionRelation.DIFFERENT;
    }
}
