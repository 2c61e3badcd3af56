// SPDX-License-Identifier: Apache-2.0
package org.smartems.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.smartems.spi.procedure.CommunicationProcedure;

/**
 * Replays the exchanges of a procedure that are recorded as files {@code *.http}, one case a file, byte by byte.
 *
 * <p>A file holds the request, the answer after a line {@code ### answer}, and what the platform is told after a line
 * {@code ### report}. Lines {@code # @NAME VALUE} at its head say what the platform decides:
 *
 * <pre>
 * # The startup config is handed out.
 * # @work config 1 hostname r1␊
 * POST /config
 * Content-Type: application/x-www-form-urlencoded
 *
 * Serial=R1&amp;Firmware=V1.0
 * ### answer
 * 200
 * Content-Type: configuration/startup-config
 *
 * hostname r1␊
 * ### report
 * serialNumber = R1
 * firmwareVersion1 = 1.0
 * </pre>
 *
 * <p>In bodies and values ␍ is a carriage return, ␀ is NUL, and ␊ is a line feed, after which a line break of the file
 * does not count; neither does the last line break of a body.
 *
 * <p>The command {@code smartems:record} of a server writes such files.
 */
public interface RecordedExchangesContract {

    /**
     * The procedure under test.
     *
     * @return a new one or always the same
     */
    CommunicationProcedure procedure();

    /**
     * The directory of the files, among the resources of the test class.
     *
     * @return such as {@code /exchanges}
     */
    String exchanges();

    /**
     * One test a file.
     *
     * @return the tests
     * @throws IOException when the files cannot be read
     * @throws URISyntaxException when they are in no directory
     */
    @TestFactory
    default Stream<DynamicTest> answersAsRecorded() throws IOException, URISyntaxException {
        URL directory = getClass().getResource(exchanges());
        assertThat(directory).as(exchanges()).isNotNull();
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(directory.toURI()))) {
            files = all.filter(file -> file.toString().endsWith(".http"))
                    .sorted()
                    .toList();
        }
        assertThat(files).as(exchanges()).isNotEmpty();
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getFileName().toString(), () -> RecordedExchanges.replay(file, procedure())));
    }
}
