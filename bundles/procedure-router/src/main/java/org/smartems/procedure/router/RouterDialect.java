// SPDX-License-Identifier: Apache-2.0
package org.smartems.procedure.router;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.ValidationException;
import org.smartems.api.http.Form;
import org.smartems.api.http.MalformedFormException;
import org.smartems.spi.procedure.DeviceExchange;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.DeviceRequest;
import org.smartems.spi.procedure.DeviceResponse;
import org.smartems.spi.procedure.FieldRequirement;
import org.smartems.spi.procedure.LogLevel;
import org.smartems.spi.procedure.ProcedureDescription;
import org.smartems.spi.procedure.Route;
import org.smartems.spi.schema.Field;
import org.smartems.spi.schema.Schema;

/**
 * What routers of every family send, and what they are answered; immutable, for many threads.
 *
 * <p>A family is a procedure of its own, with its capabilities and its plan, that hands its contacts to a dialect.
 */
@ProviderType
public final class RouterDialect {

    private static final String UPPERCASE_VERSIONS = "uppercaseFirmwareVersions";
    private static final String DIAGNOSE_TYPE = "dls/diagnosedata";
    private static final Schema SETTINGS = Schema.of(Field.text(UPPERCASE_VERSIONS, "Firmware versions with upper case")
            .help("Routers with such a firmware get content types in mixed case, all others in lower case. Patterns,"
                    + " separated by commas or lines: * stands for one or more characters, ? for one.")
            .maximumLength(4000));

    private final String noChangeType;

    private RouterDialect(String noChangeType) {
        this.noChangeType = noChangeType;
    }

    /**
     * The dialect of a family that gets an answer without content type and body when nothing is to be done.
     *
     * @return a new dialect
     */
    public static RouterDialect silent() {
        return new RouterDialect("");
    }

    /**
     * The dialect of a family that is told when nothing is to be done.
     *
     * @return a new dialect
     */
    public static RouterDialect sayingNoChange() {
        return new RouterDialect("configuration/NoChange");
    }

    /**
     * What the families have in common; capabilities and plan are theirs.
     *
     * @param id of the procedure
     * @param label of the procedure
     * @return a description with fields, identity, the route {@code /config} and the settings of the dialect
     */
    public static ProcedureDescription describe(String id, String label) {
        return ProcedureDescription.of(id, label)
                .field(DeviceField.SERIAL_NUMBER, FieldRequirement.REQUIRED)
                .field(DeviceField.IMSI, FieldRequirement.OPTIONAL)
                .field(DeviceField.MODEL, FieldRequirement.OPTIONAL)
                .identifiedBy(DeviceField.SERIAL_NUMBER, DeviceField.IMSI)
                .exclusive(DeviceField.SERIAL_NUMBER, DeviceField.IMSI)
                .reports(RouterReport.fields())
                .ignoringVersionPrefix()
                .routes(route())
                .settings(SETTINGS);
    }

    /**
     * The address that the device supervisor of a router calls.
     *
     * @return the route {@code /device-supervisor-config}, to be had beside that of {@link #describe}
     */
    public static Route supervisorRoute() {
        return Route.post("deviceSupervisorConfig", "/device-supervisor-config")
                .carrying(RouterReport.supervisorFields());
    }

    /**
     * The address that routers call.
     *
     * @return the route {@code /config}
     */
    public static Route route() {
        return Route.post("config", "/config");
    }

    /**
     * Answers a contact at {@code /config}.
     *
     * @param exchange of a procedure that is described by {@link #describe}
     * @return the answer
     */
    public DeviceResponse handle(DeviceExchange exchange) {
        boolean isDiagnose = isDiagnose(exchange.request());
        return answer(exchange, noChangeType, form -> RouterReport.of(form, isDiagnose));
    }

    /**
     * Answers a contact at {@link #supervisorRoute}.
     *
     * @param exchange of a procedure with that route
     * @return the answer
     */
    public DeviceResponse handleSupervisor(DeviceExchange exchange) {
        return answer(exchange, "configuration/nochange", RouterReport::ofSupervisor);
    }

    private static DeviceResponse answer(
            DeviceExchange exchange, String noChange, Function<Form, RouterReport> reading) {
        Form form;
        try {
            form = Form.parse(exchange.request().body());
        } catch (MalformedFormException e) {
            return refuse(exchange, List.of(FieldError.of("", "validation.form").with("reason", e.getMessage())));
        }
        RouterReport report = reading.apply(form);
        if (!report.errors().isEmpty()) {
            return refuse(exchange, report.errors());
        }
        RouterTexts texts = RouterTexts.of(exchange, report);
        VersionPatterns uppercase = VersionPatterns.parse(
                exchange.settings().text(UPPERCASE_VERSIONS).orElse(""));
        RouterAnswer answer = new RouterAnswer(noChange, texts, uppercase, report.firmware());
        try {
            return exchange.checkIn(report.report(), answer::to);
        } catch (ValidationException e) {
            logEmpty(exchange);
            return DeviceResponse.empty();
        }
    }

    /** The device cannot show its user a reason, and takes any text for a config. */
    private static DeviceResponse refuse(DeviceExchange exchange, List<FieldError> errors) {
        logEmpty(exchange);
        exchange.refuse(errors);
        return DeviceResponse.empty();
    }

    private static void logEmpty(DeviceExchange exchange) {
        exchange.log(
                LogLevel.DEBUG,
                "deviceInvalidRequestSendingEmpty",
                Map.of("deviceName", exchange.deviceType().deviceName()));
    }

    private static boolean isDiagnose(DeviceRequest request) {
        String type = request.header("Content-Type").orElse("");
        return type.split(";", 2)[0].strip().equalsIgnoreCase(DIAGNOSE_TYPE);
    }
}
