// SPDX-License-Identifier: Apache-2.0
package org.smartems.shell.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.smartems.persistence.information.DatabaseInformation;
import org.smartems.shell.ListAction;

/** Shows what takes the room of the database. */
@Service
@Command(scope = "smartems", name = "database-tables", description = "Shows the largest tables with their partitions")
public final class DatabaseTablesCommand extends ListAction {

    @Option(name = "--limit", description = "How many at most, 1 to 1000")
    int limit = 20;

    @Override
    protected List<Map<String, Object>> rows() {
        if (limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("--limit is 1 to 1000, not " + limit);
        }
        return use(DatabaseInformation.class, information -> information.tables(limit)).stream()
                .map(DatabaseTablesCommand::row)
                .toList();
    }

    @Override
    protected List<String> columns() {
        return List.of("Table", "MiB", "Rows, about", "Partitions", "First partition", "Last partition");
    }

    private static Map<String, Object> row(DatabaseInformation.Table it) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("table", it.name());
        row.put("mebibytes", it.bytes() >> 20);
        row.put("rows", it.rows());
        row.put("partitions", it.partitions());
        row.put("oldestPartition", it.oldestPartition());
        row.put("newestPartition", it.newestPartition());
        return row;
    }
}
