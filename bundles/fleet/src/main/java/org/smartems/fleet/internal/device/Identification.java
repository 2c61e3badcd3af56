// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.device;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.platform.configuration.Configurations;
import org.smartems.platform.configuration.RouterIdentifier;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.ProcedureDescription;

/** By which field devices are told apart. */
@Component(service = Identification.class)
public final class Identification {

    private final Configurations configurations;

    @Activate
    public Identification(@Reference Configurations configurations) {
        this.configurations = configurations;
    }

    /** The field that the installation has chosen for procedures that leave a choice. */
    public DeviceField chosen() {
        boolean imsi = configurations.general().routerIdentifier() == RouterIdentifier.IMSI;
        return imsi ? DeviceField.IMSI : DeviceField.SERIAL_NUMBER;
    }

    /** The field of the devices of a procedure: the chosen one where it leaves the choice. */
    public DeviceField of(ProcedureDescription procedure) {
        List<DeviceField> possible = procedure.identifiers();
        DeviceField chosen = chosen();
        return possible.contains(chosen) ? chosen : possible.get(0);
    }
}
