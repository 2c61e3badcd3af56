// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal;

import java.util.function.Function;
import org.smartems.spi.procedure.CommunicationProcedure;
import org.smartems.spi.procedure.DeviceExchange;
import org.smartems.spi.procedure.DeviceReport;
import org.smartems.spi.procedure.DeviceResponse;
import org.smartems.spi.procedure.ProcedureDescription;
import org.smartems.spi.procedure.Route;
import org.smartems.spi.schema.Field;
import org.smartems.spi.schema.Schema;

/** Does what the test says. */
final class TestProcedure implements CommunicationProcedure {

    static final Function<DeviceExchange, DeviceResponse> CHECKS_IN = exchange ->
            exchange.checkIn(DeviceReport.empty(), checkIn -> DeviceResponse.text("text/plain", "checked in"));

    volatile Function<DeviceExchange, DeviceResponse> handling = CHECKS_IN;

    volatile ProcedureDescription description;

    TestProcedure(String id) {
        description = ProcedureDescription.of(id, "Test")
                .routes(Route.post("config", "/config"), Route.getOrPost("status", "/status/now"))
                .settings(Schema.of(
                        Field.integer("limit", "Limit").between(1, 10).defaultValue(5),
                        Field.text("greeting", "Greeting").defaultValue("hello")));
    }

    @Override
    public ProcedureDescription description() {
        return description;
    }

    @Override
    public DeviceResponse handle(DeviceExchange exchange) {
        return handling.apply(exchange);
    }
}
