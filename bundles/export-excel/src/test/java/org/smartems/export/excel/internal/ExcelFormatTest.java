// SPDX-License-Identifier: Apache-2.0
package org.smartems.export.excel.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.smartems.resource.ExportFormat;

class ExcelFormatTest {

    @Test
    void writesTypedCellsUnderTheirLabels() throws Exception {
        Path file;
        try (ExportFormat.Writer writer =
                new ExcelFormat().begin("Devices", List.of("Name", "Amount", "Enabled", "None"))) {
            writer.row(Arrays.asList("=1+1", 3_000_000_000L, true, null));
            file = writer.end();
        }
        try (XSSFWorkbook workbook = new XSSFWorkbook(file.toFile())) {
            assertThat(workbook.getSheetName(0)).isEqualTo("Devices");
            assertThat(workbook.getSheetAt(0).getRow(0).getCell(1).getStringCellValue())
                    .isEqualTo("Amount");
            Row row = workbook.getSheetAt(0).getRow(1);
            assertThat(row.getCell(0).getStringCellValue()).isEqualTo("'=1+1");
            assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(3e9);
            assertThat(row.getCell(2).getBooleanCellValue()).isTrue();
            assertThat(row.getCell(3)).isNull();
        }
        Files.delete(file);
    }

    @Test
    void goesOnInAnotherSheet() throws Exception {
        Path file;
        try (ExcelWriter writer = new ExcelWriter("Devices", 3)) {
            writer.head(List.of("Name"));
            for (int i = 0; i < 5; i++) {
                writer.row(List.of("device " + i));
            }
            file = writer.end();
        }
        try (XSSFWorkbook workbook = new XSSFWorkbook(file.toFile())) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(3);
            assertThat(workbook.getSheetName(2)).isEqualTo("Devices 3");
            assertThat(workbook.getSheetAt(2).getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("device 4");
        }
        Files.delete(file);
    }
}
