// SPDX-License-Identifier: Apache-2.0
package org.smartems.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.ValidationException;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.DeviceReport;
import org.smartems.spi.procedure.DeviceResponse;
import org.smartems.spi.procedure.FieldRequirement;
import org.smartems.spi.procedure.ProcedureDescription;
import org.smartems.spi.procedure.Route;

class FakeDeviceExchangeTest {

    private final ProcedureDescription procedure = ProcedureDescription.of("example", "Example")
            .field(DeviceField.SERIAL_NUMBER, FieldRequirement.REQUIRED)
            .routes(Route.post("hello", "/hello"));
    private final FakeDeviceExchange exchange = FakeDeviceExchange.of(procedure);
    private final DeviceReport report = DeviceReport.empty().with(DeviceField.SERIAL_NUMBER, "d7");

    @Test
    void failsATestWhoseProcedureChecksInTwice() {
        exchange.checkIn(report, checkIn -> DeviceResponse.empty());
        assertThatThrownBy(() -> exchange.checkIn(report, checkIn -> DeviceResponse.empty()))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void failsATestWhoseProcedureWordsOneDecisionInTwoWays() {
        AtomicInteger calls = new AtomicInteger();
        assertThatThrownBy(() -> exchange.checkIn(
                        report, checkIn -> DeviceResponse.text("text/plain", "" + calls.incrementAndGet())))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void refusesAReportWithoutIdentity() {
        assertThatThrownBy(() -> exchange.checkIn(DeviceReport.empty(), checkIn -> DeviceResponse.empty()))
                .isInstanceOf(ValidationException.class);
        assertThat(exchange.refused()).extracting(FieldError::path).containsExactly("serialNumber");
    }

    @Test
    void refusesAReportWithTooLongAFact() {
        assertThatCode(() -> FakeDeviceExchange.of(procedure)
                        .checkIn(report.with(DeviceField.IMEI, "1".repeat(255)), checkIn -> DeviceResponse.empty()))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> exchange.checkIn(
                        report.with(DeviceField.IMEI, "1".repeat(256)), checkIn -> DeviceResponse.empty()))
                .isInstanceOf(ValidationException.class);
    }

    @Test
    void takesTheIdentifierFromTheReportUnlessItIsSaid() {
        exchange.checkIn(report, checkIn -> {
            assertThat(checkIn.identifier()).isEqualTo("d7");
            return DeviceResponse.empty();
        });
    }
}
