// SPDX-License-Identifier: Apache-2.0
package org.smartems.procedure.tk600.internal;

import static org.smartems.spi.procedure.Capability.ALWAYS_REINSTALL_CONFIG2;
import static org.smartems.spi.procedure.Capability.ALWAYS_REINSTALL_CONFIG3;
import static org.smartems.spi.procedure.Capability.CERTIFICATES;
import static org.smartems.spi.procedure.Capability.CONFIG1;
import static org.smartems.spi.procedure.Capability.CONFIG2;
import static org.smartems.spi.procedure.Capability.CONFIG3;
import static org.smartems.spi.procedure.Capability.ENDPOINT_DEVICES;
import static org.smartems.spi.procedure.Capability.FIRMWARE1;
import static org.smartems.spi.procedure.Capability.FIRMWARE2;
import static org.smartems.spi.procedure.Capability.FIRMWARE3;
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
import org.smartems.spi.procedure.Route;
import org.smartems.spi.procedure.WorkStep;

/** Routers with a device supervisor, which calls at an address of its own and gets work of its own. */
@Component
public final class RouterDsaProcedure implements CommunicationProcedure {

    /** Stored with device types. */
    static final String ID = "routerDsa";

    private static final Route ROUTER = RouterDialect.route();
    private static final Route SUPERVISOR = RouterDialect.supervisorRoute();
    private static final ProcedureDescription DESCRIPTION = RouterDialect.describe(ID, "Router with device supervisor")
            .routes(ROUTER, SUPERVISOR)
            .requires(
                    FIRMWARE1,
                    FIRMWARE2,
                    FIRMWARE3,
                    CONFIG1,
                    CONFIG2,
                    CONFIG3,
                    ALWAYS_REINSTALL_CONFIG2,
                    TEMPLATES,
                    GSM)
            .supports(ALWAYS_REINSTALL_CONFIG3, VARIABLES, CERTIFICATES, VPN, ENDPOINT_DEVICES, REQUEST_DIAGNOSE)
            .plan(
                    WorkStep.diagnose().at(ROUTER.name()),
                    WorkStep.firmware(1).at(ROUTER.name()),
                    WorkStep.config(1).at(ROUTER.name()),
                    WorkStep.config(2).at(ROUTER.name()),
                    WorkStep.firmware(2).at(SUPERVISOR.name()),
                    WorkStep.firmware(3).at(SUPERVISOR.name()),
                    WorkStep.config(3).at(SUPERVISOR.name()));

    private final RouterDialect dialect = RouterDialect.silent();

    @Override
    public ProcedureDescription description() {
        return DESCRIPTION;
    }

    @Override
    public DeviceResponse handle(DeviceExchange exchange) {
        return exchange.route().equals(SUPERVISOR.name())
                ? dialect.handleSupervisor(exchange)
                : dialect.handle(exchange);
    }
}
