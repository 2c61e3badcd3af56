// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal.recording;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.smartems.platform.plugin.Installed;
import org.smartems.spi.procedure.CommunicationProcedure;
import org.smartems.spi.procedure.DeviceExchange;
import org.smartems.spi.procedure.DeviceResponse;
import org.smartems.spi.procedure.ProcedureDescription;

/** A procedure whose calls that end well are kept. */
final class WatchedProcedure implements CommunicationProcedure {

    private final CommunicationProcedure procedure;
    private final ProcedureDescription description;
    private final String password;
    private final Consumer<Supplier<Exchange>> keeping;

    WatchedProcedure(
            Installed.Entry<CommunicationProcedure, ProcedureDescription> procedure,
            String password,
            Consumer<Supplier<Exchange>> keeping) {
        this.procedure = procedure.service();
        this.description = procedure.description();
        this.password = password;
        this.keeping = keeping;
    }

    @Override
    public ProcedureDescription description() {
        return description;
    }

    @Override
    public DeviceResponse handle(DeviceExchange exchange) {
        WatchedExchange watched = new WatchedExchange(exchange);
        DeviceResponse response = procedure.handle(watched);
        if (response != null) {
            keeping.accept(() -> watched.ended(description, password, response));
        }
        return response;
    }
}
