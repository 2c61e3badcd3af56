// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.firmware;

import java.util.List;
import org.smartems.spi.firmware.FirmwareVersioning;
import org.smartems.testing.contract.FirmwareVersioningContract;

class AnySchemaTest implements FirmwareVersioningContract {

    @Override
    public FirmwareVersioning versioning() {
        return new AnySchema();
    }

    /** What differs in case, blanks or zeros only is another version, too. */
    @Override
    public List<String> versions() {
        return List.of("1.0", "1.00", "1.0 ", "v1.0", "V1.0", "0.9", "");
    }
}
