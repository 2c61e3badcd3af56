// SPDX-License-Identifier: Apache-2.0
package org.smartems.procedure.tk500.internal;

import static org.smartems.spi.procedure.Capability.CERTIFICATES;
import static org.smartems.spi.procedure.Capability.CONFIG1;
import static org.smartems.spi.procedure.Capability.ENDPOINT_DEVICES;
import static org.smartems.spi.procedure.Capability.FIRMWARE1;
import static org.smartems.spi.procedure.Capability.GSM;
import static org.smartems.spi.procedure.Capability.REQUEST_DIAGNOSE;
import static org.smartems.spi.procedure.Capability.TEMPLATES;
import static org.smartems.spi.procedure.Capability.VARIABLES;
import static org.smartems.spi.procedure.Capability.VPN;

import org.osgi.service.component.annotations.Component;
import org.smartems.procedure.router.RouterDialect;
import org.smartems.spi.procedure.CommunicationProcedure;
import org.smartems.spi.procedure.DeviceExchange;
import org.smartems.spi.procedure.DeviceResponse;
import org.smartems.spi.procedure.ProcedureDescription;
import org.smartems.spi.procedure.WorkStep;

/** Routers whose only config is the startup config. */
@Component
public final class RouterOneConfigProcedure implements CommunicationProcedure {

    /** Stored with device types. */
    static final String ID = "routerOneConfig";

    private static final ProcedureDescription DESCRIPTION = RouterDialect.describe(ID, "Router with one config")
            .requires(FIRMWARE1, CONFIG1, TEMPLATES, GSM)
            .supports(VARIABLES, CERTIFICATES, VPN, ENDPOINT_DEVICES, REQUEST_DIAGNOSE)
            .plan(WorkStep.diagnose(), WorkStep.firmware(1), WorkStep.config(1));

    private final RouterDialect dialect = RouterDialect.sayingNoChange();

    @Override
    public ProcedureDescription description() {
        return DESCRIPTION;
    }

    @Override
    public DeviceResponse handle(DeviceExchange exchange) {
        return dialect.handle(exchange);
    }
}
