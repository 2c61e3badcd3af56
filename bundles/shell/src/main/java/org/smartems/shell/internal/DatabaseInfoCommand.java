// SPDX-License-Identifier: Apache-2.0
package org.smartems.shell.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.smartems.persistence.information.DatabaseInformation;
import org.smartems.shell.ListAction;

/** Shows the database as a whole. */
@Service
@Command(scope = "smartems", name = "database-info", description = "Shows the database and its size")
public final class DatabaseInfoCommand extends ListAction {

    @Override
    protected List<Map<String, Object>> rows() {
        DatabaseInformation.Summary summary = use(DatabaseInformation.class, DatabaseInformation::summary);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("database", summary.name());
        row.put("serverVersion", summary.serverVersion());
        row.put("mebibytes", summary.bytes() >> 20);
        return List.of(row);
    }

    @Override
    protected List<String> columns() {
        return List.of("Database", "PostgreSQL", "MiB");
    }
}
