// SPDX-License-Identifier: Apache-2.0
package org.smartems.shell.internal;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.smartems.persistence.encryption.EncryptionKeys;
import org.smartems.persistence.encryption.EncryptionKeys.MasterKeyState;
import org.smartems.shell.ListAction;

/** Shows the files of master keys. */
@Service
@Command(
        scope = "smartems",
        name = "master-key-list",
        description = "Shows the master key that is in use, and others that this server has files of")
public final class MasterKeyListCommand extends ListAction {

    @Override
    protected List<Map<String, Object>> rows() {
        return use(EncryptionKeys.class, EncryptionKeys::masterKeys).stream()
                .map(MasterKeyListCommand::row)
                .toList();
    }

    @Override
    protected List<String> columns() {
        return List.of("Fingerprint", "In use since", "File");
    }

    private static Map<String, Object> row(MasterKeyState key) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("fingerprint", key.fingerprint());
        row.put(
                "usedSince",
                key.usedSince()
                        .map(moment -> moment.truncatedTo(ChronoUnit.SECONDS).toString())
                        .orElse(null));
        row.put("file", key.file());
        return row;
    }
}
