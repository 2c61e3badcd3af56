// SPDX-License-Identifier: Apache-2.0
package org.smartems.testing.contract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.ValidationException;
import org.smartems.spi.procedure.CheckIn;
import org.smartems.spi.procedure.DeviceExchange;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.DeviceReport;
import org.smartems.spi.procedure.DeviceRequest;
import org.smartems.spi.procedure.DeviceResponse;
import org.smartems.spi.procedure.DeviceTypeInfo;
import org.smartems.spi.procedure.LogLevel;
import org.smartems.spi.procedure.Outcome;
import org.smartems.spi.procedure.ProcedureDescription;
import org.smartems.spi.procedure.Route;
import org.smartems.spi.schema.Settings;

/**
 * A contact as a test wants it; the methods that prepare it return the same object.
 *
 * <p>It checks a report as the platform does, decides what the test has said, and fails the test when a procedure
 * checks in twice or words one decision in two ways.
 */
public final class FakeDeviceExchange implements DeviceExchange {

    private final ProcedureDescription procedure;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<Line> lines = new ArrayList<>();
    private final List<FieldError> refused = new ArrayList<>();
    private DeviceTypeInfo deviceType;
    private Settings settings;
    private DeviceField identifier;
    private String route;
    private String method = "POST";
    private String query = "";
    private byte[] body = {};
    private FakeCheckIn decision = FakeCheckIn.of(Outcome.NOTHING);
    private RuntimeException failure;
    private DeviceReport report;

    private FakeDeviceExchange(ProcedureDescription procedure) {
        this.procedure = procedure;
        this.deviceType = FakeDeviceType.of(procedure);
        this.settings = Settings.of(procedure.settings(), Map.of());
        this.identifier = procedure.identifiers().get(0);
        this.route = procedure.routes().get(0).name();
    }

    /**
     * A line of the communication log.
     *
     * @param level how much it matters
     * @param messageId of its text
     * @param parameters of its text
     */
    public record Line(LogLevel level, String messageId, Map<String, Object> parameters) {}

    /**
     * An empty POST to the first route of a procedure, from an enabled device that there is no work for.
     *
     * @param procedure with at least one route
     * @return a new contact
     */
    public static FakeDeviceExchange of(ProcedureDescription procedure) {
        return new FakeDeviceExchange(procedure);
    }

    /**
     * Calls another route.
     *
     * @param called by its name
     * @param verb in upper case
     * @return this
     */
    public FakeDeviceExchange calling(Route called, String verb) {
        route = called.name();
        method = verb;
        return this;
    }

    /**
     * Adds a header.
     *
     * @param name in any case
     * @param value as sent
     * @return this
     */
    public FakeDeviceExchange header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /**
     * Adds a query.
     *
     * @param text undecoded
     * @return this
     */
    public FakeDeviceExchange query(String text) {
        query = text;
        return this;
    }

    /**
     * Sends a body.
     *
     * @param bytes as sent
     * @return this
     */
    public FakeDeviceExchange body(byte[] bytes) {
        body = bytes;
        return this;
    }

    /**
     * Sends a body in UTF-8.
     *
     * @param text as sent
     * @return this
     */
    public FakeDeviceExchange body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Calls the route of a device type.
     *
     * @param type whose route it is
     * @return this
     */
    public FakeDeviceExchange deviceType(DeviceTypeInfo type) {
        deviceType = type;
        return this;
    }

    /**
     * Has settings stored with the device type.
     *
     * @param values by name
     * @return this
     */
    public FakeDeviceExchange settings(Map<String, ?> values) {
        settings = Settings.of(procedure.settings(), values);
        return this;
    }

    /**
     * Has the installation tell devices apart by a field.
     *
     * @param field one of those that the procedure is identified by
     * @return this
     */
    public FakeDeviceExchange identifiedBy(DeviceField field) {
        identifier = field;
        return this;
    }

    /**
     * Says what the platform decides on the report.
     *
     * @param said the decision
     * @return this
     */
    public FakeDeviceExchange deciding(FakeCheckIn said) {
        decision = said;
        return this;
    }

    /**
     * Has the check-in fail.
     *
     * @param thrown by it
     * @return this
     */
    public FakeDeviceExchange failing(RuntimeException thrown) {
        failure = thrown;
        return this;
    }

    /**
     * What the procedure has reported.
     *
     * @return empty when it did not check in
     */
    public Optional<DeviceReport> report() {
        return Optional.ofNullable(report);
    }

    /**
     * What was found wrong, by the procedure or by the check of its report.
     *
     * @return in order
     */
    public List<FieldError> refused() {
        return List.copyOf(refused);
    }

    /**
     * What the procedure has logged.
     *
     * @return in order
     */
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    @Override
    public DeviceRequest request() {
        return new Request(method, headers, query, body);
    }

    @Override
    public String route() {
        return route;
    }

    @Override
    public DeviceTypeInfo deviceType() {
        return deviceType;
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public DeviceField identifier() {
        return identifier;
    }

    @Override
    public void log(LogLevel level, String messageId, Map<String, Object> parameters) {
        lines.add(new Line(Objects.requireNonNull(level), Objects.requireNonNull(messageId), Map.copyOf(parameters)));
    }

    @Override
    public DeviceResponse checkIn(DeviceReport reported, Function<CheckIn, DeviceResponse> answer) {
        if (report != null) {
            throw new AssertionError("a second check-in within one contact");
        }
        report = Objects.requireNonNull(reported, "report");
        if (failure != null) {
            throw failure;
        }
        refused.addAll(ReportRules.errors(report, deviceType, identifier, procedure.at(called())));
        if (!refused.isEmpty()) {
            throw new ValidationException(refused);
        }
        FakeCheckIn decided = decision.identifier().isEmpty()
                ? decision.identifier(
                        ReportRules.identifier(report, identifier, procedure).orElseThrow())
                : decision;
        DeviceResponse first = Objects.requireNonNull(answer.apply(decided), "the answer");
        if (!same(first, answer.apply(decided))) {
            throw new AssertionError("one decision is worded in two ways");
        }
        return first;
    }

    @Override
    public void refuse(List<FieldError> errors) {
        refused.addAll(errors);
    }

    private Route called() {
        return procedure.routes().stream()
                .filter(it -> it.name().equals(route))
                .findFirst()
                .orElseThrow();
    }

    private static boolean same(DeviceResponse one, DeviceResponse other) {
        return one.status() == other.status()
                && one.contentType().equals(other.contentType())
                && Arrays.equals(one.body(), other.body());
    }

    private record Request(String method, Map<String, String> headers, String query, byte[] body)
            implements DeviceRequest {

        @Override
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }
}
