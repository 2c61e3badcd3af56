// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal.recording;

import java.util.function.Consumer;
import org.smartems.spi.procedure.CommunicationProcedure;
import org.smartems.spi.procedure.DeviceExchange;
import org.smartems.spi.procedure.DeviceResponse;
import org.smartems.spi.procedure.ProcedureDescription;

/** A procedure whose calls that end well are kept. */
final class WatchedProcedure implements CommunicationProcedure {

    private final CommunicationProcedure procedure;
    private final String password;
    private final Consumer<Exchange> keeping;

    WatchedProcedure(CommunicationProcedure procedure, String password, Consumer<Exchange> keeping) {
        this.procedure = procedure;
        this.password = password;
        this.keeping = keeping;
    }

    @Override
    public ProcedureDescription description() {
        return procedure.description();
    }

    @Override
    public DeviceResponse handle(DeviceExchange exchange) {
        WatchedExchange watched = new WatchedExchange(exchange);
        DeviceResponse response = procedure.handle(watched);
        if (response != null) {
            keeping.accept(watched.ended(procedure.description(), password, response));
        }
        return response;
    }
}
