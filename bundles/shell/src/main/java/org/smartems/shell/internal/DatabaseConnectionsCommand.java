// SPDX-License-Identifier: Apache-2.0
package org.smartems.shell.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.smartems.persistence.information.DatabaseInformation;
import org.smartems.shell.ListAction;

/** Shows the connections to the database, those of the pools among them. */
@Service
@Command(scope = "smartems", name = "database-connections", description = "Shows who is connected to the database")
public final class DatabaseConnectionsCommand extends ListAction {

    @Override
    protected List<Map<String, Object>> rows() {
        return use(DatabaseInformation.class, DatabaseInformation::connections).stream()
                .map(DatabaseConnectionsCommand::row)
                .toList();
    }

    @Override
    protected List<String> columns() {
        return List.of("Application", "State", "Connections");
    }

    private static Map<String, Object> row(DatabaseInformation.Connections it) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("application", it.application());
        row.put("state", it.state());
        row.put("connections", it.count());
        return row;
    }
}
