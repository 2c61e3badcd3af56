// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.device;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.ProcedureDescription;

/** By which field devices are told apart. Needs the caller's transaction. */
@Component(service = Identification.class)
public final class Identification {

    private static final String IMSI = "imsi";

    private final Transactions transactions;

    @Activate
    public Identification(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    /** The field that the installation has chosen for procedures that leave a choice. */
    public DeviceField chosen() {
        return new Jdbc(transactions)
                .first("select router_identifier from fleet_configuration", row -> row.getString(1))
                .filter(IMSI::equals)
                .map(imsi -> DeviceField.IMSI)
                .orElse(DeviceField.SERIAL_NUMBER);
    }

    /** The field of the devices of a procedure. */
    public DeviceField of(ProcedureDescription procedure) {
        return of(procedure, chosen());
    }

    /** The chosen field where the procedure leaves the choice, its own otherwise. */
    public static DeviceField of(ProcedureDescription procedure, DeviceField chosen) {
        List<DeviceField> possible = procedure.identifiers();
        return possible.contains(chosen) ? chosen : possible.get(0);
    }
}
