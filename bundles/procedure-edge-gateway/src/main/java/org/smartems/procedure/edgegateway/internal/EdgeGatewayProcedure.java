// SPDX-License-Identifier: Apache-2.0
package org.smartems.procedure.edgegateway.internal;

import static org.smartems.spi.procedure.Capability.CERTIFICATES;
import static org.smartems.spi.procedure.Capability.CONFIG1;
import static org.smartems.spi.procedure.Capability.DEVICE_COMMANDS;
import static org.smartems.spi.procedure.Capability.ENDPOINT_DEVICES;
import static org.smartems.spi.procedure.Capability.FIRMWARE1;
import static org.smartems.spi.procedure.Capability.GSM;
import static org.smartems.spi.procedure.Capability.REQUEST_CONFIG;
import static org.smartems.spi.procedure.Capability.TEMPLATES;
import static org.smartems.spi.procedure.Capability.VARIABLES;
import static org.smartems.spi.procedure.Capability.VPN;
import static org.smartems.spi.procedure.FieldRequirement.OPTIONAL;
import static org.smartems.spi.procedure.FieldRequirement.REQUIRED;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.ValidationException;
import org.smartems.spi.procedure.CommunicationProcedure;
import org.smartems.spi.procedure.DeviceExchange;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.DeviceResponse;
import org.smartems.spi.procedure.LogLevel;
import org.smartems.spi.procedure.ProcedureDescription;
import org.smartems.spi.procedure.Route;
import org.smartems.spi.procedure.WorkStep;

/** Gateways that speak JSON and carry out commands one at a time. */
@Component
public final class EdgeGatewayProcedure implements CommunicationProcedure {

    /** Stored with device types. */
    static final String ID = "edgeGateway";

    private static final ProcedureDescription DESCRIPTION = ProcedureDescription.of(ID, "Edge gateway")
            .requires(TEMPLATES, GSM, REQUEST_CONFIG, DEVICE_COMMANDS)
            .supports(FIRMWARE1, CONFIG1, VARIABLES, CERTIFICATES, VPN, ENDPOINT_DEVICES)
            .field(DeviceField.SERIAL_NUMBER, REQUIRED)
            .field(DeviceField.MODEL, OPTIONAL)
            .field(DeviceField.REGISTRATION_ID, OPTIONAL)
            .field(DeviceField.ENDORSEMENT_KEY, OPTIONAL)
            .field(DeviceField.HARDWARE_VERSION, OPTIONAL)
            .reports(GatewayReport.fields())
            .routes(Route.post("configuration", "/configuration"))
            .plan(
                    WorkStep.firmware(1).asCommand("update_firmware"),
                    WorkStep.config(1).asCommand("update_config"),
                    WorkStep.requestConfig().asCommand("get_config"));

    @Override
    public ProcedureDescription description() {
        return DESCRIPTION;
    }

    @Override
    public DeviceResponse handle(DeviceExchange exchange) {
        JsonBody body;
        try {
            body = JsonBody.parse(exchange.request().body(), GatewayReport.MEMBERS);
        } catch (MalformedJsonException e) {
            exchange.refuse(List.of(FieldError.of("", "validation.json").with("reason", e.getMessage())));
            return ErrorAnswer.invalid(e.getMessage());
        }
        GatewayReport report = GatewayReport.of(body, exchange.deviceType());
        if (!report.errors().isEmpty()) {
            exchange.refuse(report.errors());
            return ErrorAnswer.invalid(report.errors());
        }
        report.configMismatch().ifPresent(form -> exchange.log(LogLevel.ERROR, "edgeGateway.configFormat", form));
        try {
            GatewayAnswer answer = new GatewayAnswer(exchange.deviceType(), report.serialNumber());
            return exchange.checkIn(report.report(), answer::to);
        } catch (ValidationException e) {
            return ErrorAnswer.invalid(e.errors());
        }
    }
}
