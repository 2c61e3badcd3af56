// SPDX-License-Identifier: Apache-2.0
package org.smartems.shell.internal;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.smartems.persistence.information.DatabaseInformation;
import org.smartems.shell.ListAction;

/** Shows the migrations of the database. */
@Service
@Command(
        scope = "smartems",
        name = "database-migrations",
        description = "Shows how far the schema of each bundle has come")
public final class DatabaseMigrationsCommand extends ListAction {

    @Override
    protected List<Map<String, Object>> rows() {
        return use(DatabaseInformation.class, DatabaseInformation::migrations).stream()
                .map(DatabaseMigrationsCommand::row)
                .toList();
    }

    @Override
    protected List<String> columns() {
        return List.of("Schema", "Version", "Script", "Run");
    }

    private static Map<String, Object> row(DatabaseInformation.Migration it) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("schema", it.schema());
        row.put("version", it.version());
        row.put("description", it.description());
        row.put("installedAt", it.at().truncatedTo(ChronoUnit.SECONDS).toString());
        return row;
    }
}
