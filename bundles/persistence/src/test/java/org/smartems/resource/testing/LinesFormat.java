// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.smartems.resource.ExportFormat;

/** Exports of tests: a line for each row, with bars between the cells. */
final class LinesFormat implements ExportFormat {

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String extension() {
        return "txt";
    }

    @Override
    public String mediaType() {
        return "text/plain";
    }

    @Override
    public Writer begin(String sheetName, List<String> labels) {
        List<String> lines = new ArrayList<>(List.of(String.join("|", labels)));
        return new Writer() {
            @Override
            public void row(List<Object> cells) {
                lines.add(cells.stream().map(String::valueOf).collect(Collectors.joining("|")));
            }

            @Override
            public Path end() throws IOException {
                return Files.write(Files.createTempFile("export", ".txt"), lines);
            }

            @Override
            public void close() {}
        };
    }
}
