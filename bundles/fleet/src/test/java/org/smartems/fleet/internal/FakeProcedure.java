// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal;

import java.util.EnumSet;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.procedure.CommunicationProcedure;
import org.smartems.spi.procedure.DeviceExchange;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.DeviceResponse;
import org.smartems.spi.procedure.FieldRequirement;
import org.smartems.spi.procedure.ProcedureDescription;
import org.smartems.spi.procedure.Route;
import org.smartems.spi.procedure.WorkStep;
import org.smartems.spi.schema.Field;
import org.smartems.spi.schema.Schema;

/** A procedure that only describes itself. */
public record FakeProcedure(ProcedureDescription description) implements CommunicationProcedure {

    /** Like those of routers with two configs. */
    public static FakeProcedure router() {
        return new FakeProcedure(ProcedureDescription.of("router", "Router")
                .requires(
                        Capability.FIRMWARE1,
                        Capability.CONFIG1,
                        Capability.CONFIG2,
                        Capability.ALWAYS_REINSTALL_CONFIG2,
                        Capability.TEMPLATES,
                        Capability.GSM)
                .supports(
                        Capability.VARIABLES,
                        Capability.CERTIFICATES,
                        Capability.VPN,
                        Capability.ENDPOINT_DEVICES,
                        Capability.REQUEST_DIAGNOSE)
                .field(DeviceField.SERIAL_NUMBER, FieldRequirement.REQUIRED)
                .field(DeviceField.IMSI, FieldRequirement.OPTIONAL)
                .field(DeviceField.MODEL, FieldRequirement.OPTIONAL)
                .identifiedBy(DeviceField.SERIAL_NUMBER, DeviceField.IMSI)
                .exclusive(DeviceField.SERIAL_NUMBER, DeviceField.IMSI)
                .reports(EnumSet.complementOf(EnumSet.of(DeviceField.REGISTRATION_ID))
                        .toArray(DeviceField[]::new))
                .ignoringVersionPrefix()
                .routes(Route.post("config", "/config"))
                .plan(WorkStep.diagnose(), WorkStep.firmware(1), WorkStep.config(1), WorkStep.config(2))
                .settings(Schema.of(
                        Field.text("uppercaseFirmwareVersions", "Upper case"),
                        Field.text("token", "Token").secret())));
    }

    /** Like that of edge gateways. */
    public static FakeProcedure gateway() {
        return new FakeProcedure(ProcedureDescription.of("edgeGateway", "Edge gateway")
                .requires(Capability.TEMPLATES, Capability.GSM, Capability.REQUEST_CONFIG, Capability.DEVICE_COMMANDS)
                .supports(Capability.FIRMWARE1, Capability.CONFIG1, Capability.VARIABLES)
                .field(DeviceField.SERIAL_NUMBER, FieldRequirement.REQUIRED)
                .field(DeviceField.MODEL, FieldRequirement.OPTIONAL)
                .field(DeviceField.REGISTRATION_ID, FieldRequirement.OPTIONAL)
                .field(DeviceField.ENDORSEMENT_KEY, FieldRequirement.OPTIONAL)
                .field(DeviceField.HARDWARE_VERSION, FieldRequirement.OPTIONAL)
                .routes(Route.post("configuration", "/configuration"))
                .plan(
                        WorkStep.firmware(1).asCommand("update_firmware"),
                        WorkStep.config(1).asCommand("update_config"),
                        WorkStep.requestConfig().asCommand("get_config")));
    }

    @Override
    public DeviceResponse handle(DeviceExchange exchange) {
        throw new UnsupportedOperationException();
    }
}
