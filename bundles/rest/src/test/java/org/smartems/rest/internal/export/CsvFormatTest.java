// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smartems.resource.ExportFormat;

class CsvFormatTest {

    private static final String BYTE_ORDER_MARK = "\ufeff";

    @Test
    void quotesWhatWouldEndACellOrARow() throws IOException {
        assertThat(written("a,b", "say \"on\"", "two\nlines", "two\r\nlines", " plain; \u00fc "))
                .isEqualTo("\"a,b\",\"say \"\"on\"\"\",\"two\nlines\",\"two\r\nlines\", plain; \u00fc \r\n");
    }

    @Test
    void writesNumbersAndNothingAsTheyAre() throws IOException {
        assertThat(written(-5L, null, true, "", 7)).isEqualTo("-5,,true,,7\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+49 30", "-1", "@SUM(A1)", "\tx"})
    void keepsSpreadsheetsFromRunningTexts(String text) throws IOException {
        assertThat(written(text)).isEqualTo("'" + text + "\r\n");
    }

    @Test
    void quotesAFormulaToo() throws IOException {
        assertThat(written("=HYPERLINK(\"x\",\"y\")")).isEqualTo("\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"\r\n");
        assertThat(written("\rx")).isEqualTo("\"'\rx\"\r\n");
    }

    /** One row of a file, without what comes before it. */
    private static String written(Object... cells) throws IOException {
        Path file;
        try (ExportFormat.Writer writer = new CsvFormat().begin("sheet", List.of("First, of all"))) {
            writer.row(Arrays.asList(cells));
            file = writer.end();
        }
        String text = Files.readString(file);
        Files.delete(file);
        String labels = BYTE_ORDER_MARK + "\"First, of all\"\r\n";
        assertThat(text).startsWith(labels);
        return text.substring(labels.length());
    }
}
