// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.authentication;

import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;

/** The record of who tried to log in; every method needs the caller's transaction. */
@Component(service = LoginAttempts.class)
public final class LoginAttempts {

    /**
     * One attempt.
     *
     * @param userId null when no user has that name
     */
    record Attempt(String username, Long userId, String remoteHost, boolean valid) {}

    private final Jdbc jdbc;

    @Activate
    public LoginAttempts(@Reference Transactions transactions) {
        this.jdbc = new Jdbc(transactions);
    }

    void add(Attempt attempt) {
        jdbc.update(
                "insert into platform_user_login_attempt"
                        + " (username, user_id, remote_host, login_valid, totp_valid) values (?, ?, ?, ?, ?)",
                attempt.username(),
                attempt.userId(),
                attempt.remoteHost(),
                attempt.valid(),
                attempt.valid());
    }

    int removeOlderThan(Instant limit) {
        return jdbc.update("delete from platform_user_login_attempt where created_at < ?", limit);
    }
}
