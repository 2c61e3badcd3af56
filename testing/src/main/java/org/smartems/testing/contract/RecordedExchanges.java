// SPDX-License-Identifier: Apache-2.0
package org.smartems.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.smartems.spi.procedure.CommunicationProcedure;

/** Replays single files of recorded exchanges, wherever they are; {@link RecordedExchangesContract} has the format. */
public final class RecordedExchanges {

    private RecordedExchanges() {}

    /**
     * Has the exchange of a file take place again and compares the answer byte by byte, and the report where the file
     * has one.
     *
     * @param file of the format, in UTF-8
     * @param procedure that answers
     * @throws IOException when the file cannot be read
     * @throws IllegalArgumentException when the file has not the format, or calls a route that the procedure lacks
     * @throws AssertionError when the procedure answers or reports something else
     */
    public static void replay(Path file, CommunicationProcedure procedure) throws IOException {
        RecordedExchange recorded = RecordedExchange.parse(Files.readString(file));
        RecordedExchange.Replay replay = recorded.replay(procedure);
        assertThat(replay.answer()).as(file.toString()).isEqualTo(recorded.expectedAnswer());
        recorded.expectedReport()
                .ifPresent(expected ->
                        assertThat(replay.report()).as(file.toString()).containsExactlyInAnyOrderElementsOf(expected));
    }
}
