// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.user;

import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.ValidationException;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.platform.authentication.NewPassword;
import org.smartems.platform.configuration.Configurations;
import org.smartems.platform.configuration.PasswordRules;

/** Changes passwords; keeps the former ones' hashes for the rule against re-use. */
@Component(service = Passwords.class)
public final class Passwords {

    private final Transactions transactions;
    private final Jdbc jdbc;
    private final UserStore users;
    private final Configurations configurations;
    private final InitialPasswordFile initialPassword;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public Passwords(
            @Reference Transactions transactions,
            @Reference UserStore users,
            @Reference Configurations configurations,
            @Reference InitialPasswordFile initialPassword) {
        this.transactions = transactions;
        this.jdbc = new Jdbc(transactions);
        this.users = users;
        this.configurations = configurations;
        this.initialPassword = initialPassword;
    }

    /**
     * Sets the password that a person chose.
     *
     * @throws ValidationException naming every rule it breaks
     */
    public void choose(long userId, NewPassword input) {
        PasswordRules rules = configurations.general().passwordRules();
        PasswordPolicy.check(input, rules);
        String current = transactions.call(() -> users.lock(userId).passwordHash());
        List<String> former = transactions.call(() -> former(userId, rules.blockReuseOldPasswordCount()));
        refuseKnown(input.password(), current, former);
        String hash = PasswordHash.of(input.password());
        transactions.run(() -> {
            UserEntity user = users.lock(userId);
            remember(user);
            user.changePassword(hash, clock.instant());
            user.raiseEpoch();
            initialPassword.discard(user.username());
        });
    }

    private static void refuseKnown(String password, String current, List<String> former) {
        if (PasswordHash.matches(password, current)) {
            throw refused("validation.passwordSameAsCurrent");
        }
        if (former.stream().anyMatch(hash -> PasswordHash.matches(password, hash))) {
            throw refused("validation.passwordReused");
        }
    }

    private static ValidationException refused(String rule) {
        return new ValidationException(List.of(FieldError.of(PasswordPolicy.FIELD, rule)));
    }

    private void remember(UserEntity user) {
        jdbc.update(
                "insert into platform_password_history (user_id, password_hash) values (?, ?)",
                user.id(),
                user.passwordHash());
    }

    private List<String> former(long userId, int count) {
        return jdbc.list(
                "select password_hash from platform_password_history where user_id = ? order by id desc limit ?",
                row -> row.getString(1),
                userId,
                count);
    }
}
