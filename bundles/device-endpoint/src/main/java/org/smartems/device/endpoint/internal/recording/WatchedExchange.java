// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.smartems.spi.procedure.ProcedureDescription;
import org.smartems.spi.schema.Settings;

/** Passes on what a procedure says and keeps it; belongs to the call. */
final class WatchedExchange implements DeviceExchange {

    private static final String CONTENT_TYPE = "Content-Type";

    private final DeviceExchange exchange;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<String> told = new ArrayList<>();
    private final List<FieldError> refused = new ArrayList<>();
    private DeviceReport reported;
    private CheckIn decision;

    WatchedExchange(DeviceExchange exchange) {
        this.exchange = exchange;
    }

    Exchange ended(ProcedureDescription procedure, String password, DeviceResponse response) {
        DeviceRequest request = exchange.request();
        request.header(CONTENT_TYPE).ifPresent(value -> headers.put(CONTENT_TYPE, value));
        String path = procedure.routes().stream()
                .filter(route -> route.name().equals(route()))
                .findFirst()
                .orElseThrow()
                .path();
        String target = request.query().isEmpty() ? path : path + "?" + request.query();
        return new Exchange(
                new Exchange.Request(request.method(), target, headers, request.body()),
                new Exchange.Setting(procedure, deviceType(), identifier(), settings(), password),
                Optional.ofNullable(reported),
                Optional.ofNullable(decision),
                refused,
                told,
                response);
    }

    @Override
    public DeviceRequest request() {
        return new WatchedRequest(exchange.request());
    }

    @Override
    public String route() {
        return exchange.route();
    }

    @Override
    public DeviceTypeInfo deviceType() {
        return exchange.deviceType();
    }

    @Override
    public Settings settings() {
        return exchange.settings();
    }

    @Override
    public DeviceField identifier() {
        return exchange.identifier();
    }

    @Override
    public void log(LogLevel level, String messageId, Map<String, Object> parameters) {
        exchange.log(level, messageId, parameters);
        told.add("log " + level + " " + messageId);
    }

    @Override
    public DeviceResponse checkIn(DeviceReport report, Function<CheckIn, DeviceResponse> answer) {
        reported = report;
        try {
            return exchange.checkIn(report, decided -> {
                decision = decided; // the last one counts: it is asked for again when the device was changed meanwhile
                return answer.apply(decided);
            });
        } catch (ValidationException e) {
            refused.addAll(e.errors());
            throw e;
        }
    }

    @Override
    public void refuse(List<FieldError> errors) {
        exchange.refuse(errors);
        errors.forEach(error -> told.add("refused " + error.path() + " " + error.message()));
    }

    /** The headers that nobody asks for have no part in the answer, and some are secrets. */
    private final class WatchedRequest implements DeviceRequest {

        private final DeviceRequest request;

        private WatchedRequest(DeviceRequest request) {
            this.request = request;
        }

        @Override
        public String method() {
            return request.method();
        }

        @Override
        public Optional<String> header(String name) {
            Optional<String> value = request.header(name);
            value.ifPresent(it -> headers.put(name, it));
            return value;
        }

        @Override
        public String query() {
            return request.query();
        }

        @Override
        public byte[] body() {
            return request.body();
        }
    }
}
