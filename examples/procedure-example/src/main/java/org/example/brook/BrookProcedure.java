package org.example.brook;

import java.nio.charset.StandardCharsets;
import org.osgi.service.component.annotations.Component;
import org.smartems.api.error.ValidationException;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.procedure.CheckIn;
import org.smartems.spi.procedure.CommunicationProcedure;
import org.smartems.spi.procedure.DeviceExchange;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.DeviceReport;
import org.smartems.spi.procedure.DeviceResponse;
import org.smartems.spi.procedure.FieldRequirement;
import org.smartems.spi.procedure.FirmwareOffer;
import org.smartems.spi.procedure.ProcedureDescription;
import org.smartems.spi.procedure.Route;
import org.smartems.spi.procedure.Work;
import org.smartems.spi.procedure.WorkKind;
import org.smartems.spi.procedure.WorkStep;
import org.smartems.spi.schema.Field;
import org.smartems.spi.schema.Schema;
import org.smartems.spi.schema.Settings;

/** What Brook devices say, line by line, and what they are answered. */
@Component
public final class BrookProcedure implements CommunicationProcedure {

    static final String ID = "brook";

    private static final ProcedureDescription DESCRIPTION = ProcedureDescription.of(ID, "Brook")
            .requires(Capability.TEMPLATES, Capability.CONFIG1)
            .supports(Capability.FIRMWARE1, Capability.VARIABLES)
            .field(DeviceField.SERIAL_NUMBER, FieldRequirement.REQUIRED)
            .field(DeviceField.MODEL, FieldRequirement.OPTIONAL)
            .reports(DeviceField.SERIAL_NUMBER, DeviceField.MODEL)
            .routes(Route.post("hello", "/hello"))
            .plan(WorkStep.firmware(1), WorkStep.config(1))
            .settings(Schema.of(
                    Field.integer("pause", "Seconds until the next call")
                            .between(10, 86400)
                            .defaultValue(60),
                    Field.text("site", "Name of the site").help("Devices show it on their display.")));

    @Override
    public ProcedureDescription description() {
        return DESCRIPTION;
    }

    @Override
    public DeviceResponse handle(DeviceExchange exchange) {
        try {
            DeviceReport report = report(new String(exchange.request().body(), StandardCharsets.UTF_8));
            return exchange.checkIn(report, checkIn -> lines(answer(checkIn, exchange.settings())));
        } catch (ValidationException e) {
            return lines("error " + e.errors().get(0).path()).status(400);
        }
    }

    /** Lines such as {@code serial B-1}; what nobody knows is passed over. */
    private static DeviceReport report(String body) {
        DeviceReport report = DeviceReport.empty();
        for (String line : body.split("\n")) {
            String[] parts = line.strip().split(" ", 2);
            String value = parts.length == 2 ? parts[1] : "";
            report = switch (parts[0]) {
                case "serial" -> report.with(DeviceField.SERIAL_NUMBER, value);
                case "model" -> report.with(DeviceField.MODEL, value);
                case "firmware" -> report.withFirmwareVersion(1, value);
                default -> report;
            };
        }
        return report;
    }

    private static String answer(CheckIn checkIn, Settings settings) {
        return switch (checkIn.outcome()) {
            case WORK -> work(checkIn.work().orElseThrow());
            case CREATED, DISABLED -> "disabled";
            default -> "site " + settings.text("site").orElse("unknown") + "\npause "
                    + settings.integer("pause").orElseThrow();
        };
    }

    private static String work(Work work) {
        if (work.kind() == WorkKind.FIRMWARE) {
            FirmwareOffer firmware = work.firmware().orElseThrow();
            return "firmware " + firmware.url() + " " + firmware.md5();
        }
        return "config\n" + work.config();
    }

    private static DeviceResponse lines(String text) {
        return DeviceResponse.text("text/plain", text);
    }
}
