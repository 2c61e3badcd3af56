// SPDX-License-Identifier: Apache-2.0
package org.smartems.shell.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.smartems.platform.authentication.TokenKeys;
import org.smartems.platform.authentication.TokenKeys.TokenKey;
import org.smartems.shell.ListAction;

/** Shows the keys of access tokens. */
@Service
@Command(scope = "smartems", name = "key-list", description = "Shows the keys that sign access tokens")
public final class KeyListCommand extends ListAction {

    @Override
    protected List<Map<String, Object>> rows() {
        return use(TokenKeys.class, TokenKeys::all).stream()
                .map(KeyListCommand::row)
                .toList();
    }

    @Override
    protected List<String> columns() {
        return List.of("Key", "Signs", "Made", "Signs until", "Verifies until");
    }

    private static Map<String, Object> row(TokenKey key) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", key.id());
        row.put("signing", key.signing());
        row.put("createdAt", key.createdAt().toString());
        row.put("signsUntil", key.signsUntil().toString());
        row.put("verifiesUntil", key.verifiesUntil().toString());
        return row;
    }
}
