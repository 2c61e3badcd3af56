// SPDX-License-Identifier: Apache-2.0
package org.smartems.export.excel.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.smartems.resource.ExportFormat;

/** One workbook; a list that is longer than a sheet goes on in further ones. */
final class ExcelWriter implements ExportFormat.Writer {

    private static final int ROWS_IN_MEMORY = 100;
    private static final int LONGEST_TEXT = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
    private static final int COLUMN_WIDTH = 22;

    private final SXSSFWorkbook workbook = new SXSSFWorkbook(null, ROWS_IN_MEMORY, true);
    private final String name;
    private final int longestSheet;
    private final CellStyle bold;
    private List<String> labels = List.of();
    private SXSSFSheet sheet;
    private int sheets;
    private int next;

    ExcelWriter(String name) {
        this(name, SpreadsheetVersion.EXCEL2007.getMaxRows());
    }

    ExcelWriter(String name, int longestSheet) {
        this.name = name;
        this.longestSheet = longestSheet;
        Font font = workbook.createFont();
        font.setBold(true);
        bold = workbook.createCellStyle();
        bold.setFont(font);
    }

    void head(List<String> columns) {
        labels = List.copyOf(columns);
        beginSheet();
    }

    private void beginSheet() {
        sheets++;
        sheet = workbook.createSheet(sheets == 1 ? name : suffixed());
        sheet.setDefaultColumnWidth(COLUMN_WIDTH);
        sheet.createFreezePane(0, 1);
        next = 0;
        Row row = sheet.createRow(next++);
        for (int i = 0; i < labels.size(); i++) {
            Cell cell = row.createCell(i);
            cell.setCellValue(text(labels.get(i)));
            cell.setCellStyle(bold);
        }
    }

    private String suffixed() {
        String suffix = " " + sheets;
        return name.substring(0, Math.min(name.length(), 31 - suffix.length())) + suffix;
    }

    @Override
    public void row(List<Object> cells) {
        if (next == longestSheet) {
            beginSheet();
        }
        Row row = sheet.createRow(next++);
        for (int i = 0; i < cells.size(); i++) {
            fill(row, i, cells.get(i));
        }
    }

    /** Texts are stored as texts, so that none is taken for a formula; but copied elsewhere it might be. */
    private static void fill(Row row, int column, Object value) {
        if (value instanceof Boolean bool) {
            row.createCell(column).setCellValue(bool);
        } else if (value instanceof Number number) {
            row.createCell(column).setCellValue(number.doubleValue());
        } else if (value != null) {
            row.createCell(column).setCellValue(text(value.toString()));
        }
    }

    private static String text(String value) {
        String safe = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return safe.length() > LONGEST_TEXT ? safe.substring(0, LONGEST_TEXT) : safe;
    }

    @Override
    public Path end() throws IOException {
        Path file = Files.createTempFile("export", ".xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return file;
    }

    @Override
    public void close() {
        try {
            // deletes its temporary files too
            workbook.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
