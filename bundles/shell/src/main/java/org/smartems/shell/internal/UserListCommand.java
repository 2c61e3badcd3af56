// SPDX-License-Identifier: Apache-2.0
package org.smartems.shell.internal;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.smartems.platform.user.UserState;
import org.smartems.platform.user.Users;
import org.smartems.shell.ListAction;

/** Shows users. */
@Service
@Command(scope = "smartems", name = "user-list", description = "Shows users")
public final class UserListCommand extends ListAction {

    @Option(name = "--name", description = "Only names that begin so, in any case")
    String name = "";

    @Option(name = "--limit", description = "How many at most")
    int limit = 50;

    @Override
    protected List<Map<String, Object>> rows() {
        if (limit < 1) {
            throw new IllegalArgumentException("--limit is 1 or more, not " + limit);
        }
        return use(Users.class, users -> users.list(name, limit)).stream()
                .map(UserListCommand::row)
                .toList();
    }

    @Override
    protected List<String> columns() {
        return List.of("User", "Enabled", "Administrator", "Locked", "Last login");
    }

    private static Map<String, Object> row(UserState user) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("username", user.username());
        row.put("enabled", user.enabled());
        row.put("roleAdmin", user.administrator());
        row.put("tooManyFailedLoginAttempts", user.locked());
        row.put(
                "lastLoginAt",
                user.lastLoginAt()
                        .map(moment -> moment.truncatedTo(ChronoUnit.SECONDS).toString())
                        .orElse(null));
        return row;
    }
}
