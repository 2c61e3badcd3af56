// SPDX-License-Identifier: Apache-2.0
package org.smartems.procedure.router;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.smartems.spi.procedure.CommunicationProcedure;
import org.smartems.spi.procedure.DeviceExchange;
import org.smartems.spi.procedure.DeviceResponse;
import org.smartems.spi.procedure.Outcome;
import org.smartems.spi.procedure.ProcedureDescription;
import org.smartems.testing.contract.CommunicationProcedureContract;
import org.smartems.testing.contract.FakeCheckIn;
import org.smartems.testing.contract.FakeDeviceExchange;
import org.smartems.testing.contract.FakeWork;

/** What the families of today do not come to; the rest is recorded with them. */
class RouterDialectTest implements CommunicationProcedureContract {

    private final RouterDialect dialect = RouterDialect.silent();

    @Override
    public CommunicationProcedure procedure() {
        return new CommunicationProcedure() {

            @Override
            public ProcedureDescription description() {
                return RouterDialect.describe("bare", "A family without work");
            }

            @Override
            public DeviceResponse handle(DeviceExchange exchange) {
                return dialect.handle(exchange);
            }
        };
    }

    @Override
    public FakeDeviceExchange contact() {
        return FakeDeviceExchange.of(procedure().description()).body("Serial=R1&Firmware=V1.0");
    }

    @Test
    void saysThatAnUnknownRouterWasNotMade() {
        assertThat(body(FakeCheckIn.of(Outcome.UNKNOWN))).isEqualTo("Device with serial number 'R1' is not known.");
    }

    @Test
    void mentionsTheBootLoaderForTheFirstSlotAlone() {
        assertThat(body(FakeCheckIn.handing(FakeWork.firmware(2, "https://ems.example/a", "ff", "1"))))
                .isEqualTo("URL=\"https://ems.example/a\"\r\nMD5=ff\r\n");
    }

    @Test
    void answersWorkThatItHasNoWordsForLikeNone() {
        DeviceResponse answer = dialect.handle(contact().deciding(FakeCheckIn.handing(FakeWork.requestConfig())));
        assertThat(answer.contentType()).isEmpty();
        assertThat(answer.body()).isEmpty();
    }

    private String body(FakeCheckIn decision) {
        return new String(dialect.handle(contact().deciding(decision)).body(), StandardCharsets.UTF_8);
    }
}
