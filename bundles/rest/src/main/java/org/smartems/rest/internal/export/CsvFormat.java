// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.smartems.resource.ExportFormat;

/** CSV by RFC 4180, in UTF-8 with a byte order mark, without which spreadsheets take it for another encoding. */
final class CsvFormat implements ExportFormat {

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public String mediaType() {
        return "text/csv; charset=UTF-8";
    }

    @Override
    public Writer begin(String sheetName, List<String> labels) throws IOException {
        CsvWriter writer = new CsvWriter();
        try {
            writer.row(List.copyOf(labels));
            return writer;
        } catch (IOException | RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    private static final class CsvWriter implements Writer {

        private final Path file = Files.createTempFile("export", ".csv");
        private final BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        private boolean ended;

        CsvWriter() throws IOException {
            out.write('\ufeff');
        }

        @Override
        public void row(List<Object> cells) throws IOException {
            out.write(cells.stream().map(CsvWriter::cell).collect(Collectors.joining(",")));
            out.write("\r\n");
        }

        private static String cell(Object value) {
            if (!(value instanceof String text)) {
                return value == null ? "" : value.toString();
            }
            String safe = Formulas.defused(text);
            boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
            return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
        }

        @Override
        public Path end() throws IOException {
            out.close();
            ended = true;
            return file;
        }

        @Override
        public void close() {
            if (!ended) {
                try {
                    out.close();
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    file.toFile().deleteOnExit();
                }
            }
        }
    }
}
