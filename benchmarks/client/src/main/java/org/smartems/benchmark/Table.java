// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Rows of texts, as wide as the widest: the first column to the left, the others to the right. For one thread. */
public final class Table {

    private final List<String[]> rows = new ArrayList<>();

    /**
     * A table without rows.
     *
     * @param heads of its columns
     */
    public Table(String... heads) {
        rows.add(heads);
    }

    /**
     * Adds a row.
     *
     * @param cells as many as columns, or fewer
     */
    public void row(String... cells) {
        rows.add(cells);
    }

    /**
     * A number for people.
     *
     * @param value of any size
     * @return without decimals from 100 on, with one from 1 on, else with two
     */
    public static String number(double value) {
        String format = value >= 100 ? "%,.0f" : value >= 1 || value == 0 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }

    /**
     * How a figure compares with the one that was kept.
     *
     * @param now the figure
     * @param kept the other one
     * @return such as {@code 1.20}; empty when there is none
     */
    public static String ratio(double now, OptionalDouble kept) {
        return kept.isEmpty() || kept.getAsDouble() <= 0
                ? ""
                : String.format(Locale.ROOT, "%.2f", now / kept.getAsDouble());
    }

    @Override
    public String toString() {
        int columns = rows.get(0).length;
        int[] widths = new int[columns];
        for (String[] cells : rows) {
            for (int i = 0; i < cells.length; i++) {
                widths[i] = Math.max(widths[i], cells[i].length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (String[] cells : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < cells.length; i++) {
                String space = " ".repeat(widths[i] - cells[i].length());
                line.append(i == 0 ? cells[i] + space : "  " + space + cells[i]);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
