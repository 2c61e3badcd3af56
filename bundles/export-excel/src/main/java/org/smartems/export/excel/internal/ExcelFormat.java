// SPDX-License-Identifier: Apache-2.0
package org.smartems.export.excel.internal;

import java.io.IOException;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.smartems.resource.ExportFormat;

/** Workbooks (ECMA-376), written row by row so that memory does not grow with the list. */
@Component(service = ExportFormat.class)
public final class ExcelFormat implements ExportFormat {

    @Activate
    public ExcelFormat() {}

    @Override
    public String name() {
        return "excel";
    }

    @Override
    public String extension() {
        return "xlsx";
    }

    @Override
    public String mediaType() {
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }

    @Override
    public Writer begin(String sheetName, List<String> labels) throws IOException {
        ExcelWriter writer = new ExcelWriter(sheetName);
        writer.head(labels);
        return writer;
    }
}
