// SPDX-License-Identifier: Apache-2.0
package org.smartems.testing.contract;

import java.util.List;
import java.util.Optional;
import org.smartems.spi.procedure.CommunicationProcedure;
import org.smartems.spi.procedure.DeviceResponse;

/**
 * A file that holds what a device sends, what the platform decides, and what the device gets.
 *
 * <p>The first part are comments, lines {@code # @NAME VALUE} that {@link RecordedSetup} reads, and the request; the
 * part after {@code ### answer} is the answer; the part after {@code ### report}, which may be missing, is what the
 * procedure must have told the platform. In a body {@code ␍} is a carriage return and {@code ␊} a line feed, after
 * which a line break of the file does not count; neither does the last line break of a part.
 */
final class RecordedExchange {

    private final String setup;
    private final String answer;
    private final Optional<String> report;

    private RecordedExchange(String setup, String answer, Optional<String> report) {
        this.setup = setup;
        this.answer = answer;
        this.report = report;
    }

    static RecordedExchange parse(String file) {
        String[] parts = file.split("(?m)^### (?=answer$|report$)");
        String answer = "";
        Optional<String> report = Optional.empty();
        for (String part : parts) {
            String content = part.substring(part.indexOf('\n') + 1);
            if (part.startsWith("answer\n")) {
                answer = content;
            } else if (part.startsWith("report\n")) {
                report = Optional.of(content);
            }
        }
        if (answer.isEmpty()) {
            throw new IllegalArgumentException("there is no part ### answer");
        }
        return new RecordedExchange(parts[0], answer, report);
    }

    String expectedAnswer() {
        return Message.parse(answer).toString();
    }

    /** Empty when the file does not say what is reported. */
    Optional<List<String>> expectedReport() {
        return report.map(text -> text.lines()
                .filter(line -> !line.isBlank())
                .map(Message::unescaped)
                .toList());
    }

    /** What is answered and reported when the exchange takes place again. */
    Replay replay(CommunicationProcedure procedure) {
        List<String> directives = setup.lines()
                .filter(line -> line.startsWith("# @"))
                .map(line -> line.substring(3))
                .toList();
        StringBuilder request = new StringBuilder();
        boolean head = true;
        for (String line : setup.split("(?<=\n)")) {
            head &= line.startsWith("#") || line.isBlank();
            request.append(head ? "" : line);
        }
        FakeDeviceExchange exchange = RecordedSetup.of(procedure.description(), directives);
        Message.parse(request.toString()).sendBy(exchange, procedure.description());
        DeviceResponse response = procedure.handle(exchange);
        return new Replay(Message.of(response).toString(), ReportText.of(exchange));
    }

    /**
     * What happened.
     *
     * @param answer as text, to be compared
     * @param report one fact a line
     */
    record Replay(String answer, List<String> report) {}
}
