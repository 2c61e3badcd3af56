// SPDX-License-Identifier: Apache-2.0
package org.smartems.shell.internal;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.smartems.persistence.encryption.EncryptionKeys;
import org.smartems.persistence.encryption.EncryptionKeys.DataKeyState;
import org.smartems.shell.ListAction;

/** Shows the data keys of each table. */
@Service
@Command(
        scope = "smartems",
        name = "data-key-list",
        description = "Shows how many data keys each table has, those of its partitions included, and their age")
public final class DataKeyListCommand extends ListAction {

    @Override
    protected List<Map<String, Object>> rows() {
        return use(EncryptionKeys.class, EncryptionKeys::dataKeys).stream()
                .map(DataKeyListCommand::row)
                .toList();
    }

    @Override
    protected List<String> columns() {
        return List.of("Table", "Keys", "Oldest", "Newest");
    }

    private static Map<String, Object> row(DataKeyState state) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("table", state.table());
        row.put("keys", state.keys());
        row.put("oldest", state.oldest().truncatedTo(ChronoUnit.SECONDS).toString());
        row.put("newest", state.newest().truncatedTo(ChronoUnit.SECONDS).toString());
        return row;
    }
}
