// SPDX-License-Identifier: Apache-2.0
package org.smartems.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.support.table.ShellTable;

/** A command that shows a list: a table for people, or with {@code --json} one line of JSON for scripts. */
public abstract class ListAction extends ShellAction {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Option(name = "--json", description = "Print JSON")
    boolean json;

    /** Makes a command. */
    protected ListAction() {}

    /**
     * What is shown.
     *
     * @return values by name in the order of the columns; texts, numbers, truth values, lists of them, or null
     */
    protected abstract List<Map<String, Object>> rows();

    /**
     * The heads of the table.
     *
     * @return as many as each row has values
     */
    protected abstract List<String> columns();

    /**
     * What people are told below the table.
     *
     * @param shown rows
     * @return empty for nothing
     */
    protected String note(int shown) {
        return "";
    }

    @Override
    protected final void run() {
        List<Map<String, Object>> rows = rows();
        if (json) {
            print(text(rows));
            return;
        }
        ShellTable table = new ShellTable().emptyTableText("Nothing");
        columns().forEach(table::column);
        rows.forEach(row -> table.addRow()
                .addContent(row.values().stream().map(ListAction::cell).toArray()));
        table.print(session.getConsole());
        if (!note(rows.size()).isEmpty()) {
            print(note(rows.size()));
        }
    }

    /**
     * A value as a cell of a table.
     *
     * @param value see {@link #rows}
     * @return on one line, in which nothing steers the terminal
     */
    public static String cell(Object value) {
        if (value instanceof Boolean on) {
            return on ? "yes" : "no";
        }
        if (value instanceof List<?> list) {
            return cell(String.join(" ", list.stream().map(String::valueOf).toList()));
        }
        return value == null ? "" : value.toString().replace('\t', ' ').replaceAll("[\\x00-\\x1F\\x7F-\\x9F]", "?");
    }

    private static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
