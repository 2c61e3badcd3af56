// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.user;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.api.error.ValidationException;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.platform.audit.AuditLog;
import org.smartems.platform.audit.Author;
import org.smartems.platform.authentication.NewPassword;
import org.smartems.platform.configuration.Configurations;
import org.smartems.platform.configuration.PasswordRules;
import org.smartems.platform.internal.Violations;

/** Changes passwords; keeps the former ones' hashes for the rule against re-use. */
@Component(service = Passwords.class)
public final class Passwords {

    private static final String FIELD = "newPlainPassword";

    private record Known(String username, String current, List<String> former) {}

    private final Transactions transactions;
    private final Jdbc jdbc;
    private final UserStore users;
    private final Configurations configurations;
    private final AuditLog auditLog;
    private final InitialPasswordFile initialPassword;
    private final Clock clock;

    @Activate
    public Passwords(
            @Reference Transactions transactions,
            @Reference UserStore users,
            @Reference Configurations configurations,
            @Reference AuditLog auditLog,
            @Reference InitialPasswordFile initialPassword) {
        this(transactions, users, configurations, auditLog, initialPassword, Clock.systemUTC());
    }

    Passwords(
            Transactions transactions,
            UserStore users,
            Configurations configurations,
            AuditLog auditLog,
            InitialPasswordFile initialPassword,
            Clock clock) {
        this.transactions = transactions;
        this.jdbc = new Jdbc(transactions);
        this.users = users;
        this.configurations = configurations;
        this.auditLog = auditLog;
        this.initialPassword = initialPassword;
        this.clock = clock;
    }

    /**
     * Sets the password that a person chose, and does in the same transaction what follows from it. No connection is
     * held while hashes are computed, hence not inside a transaction.
     *
     * @param then gets the changed user
     * @throws ValidationException naming every rule it breaks
     */
    public <T> T choose(long userId, NewPassword input, Function<UserEntity, T> then) {
        if (transactions.active()) {
            throw new IllegalStateException("hashes are not computed inside a transaction");
        }
        PasswordRules rules = configurations.general().passwordRules();
        Violations violations = new Violations();
        GivenPassword.check(FIELD, input, rules, violations);
        violations.throwIfAny();
        Known known = transactions.call(() -> known(userId, rules.blockReuseOldPasswordCount()));
        refuseKnown(input.password(), known.current(), known.former());
        String hash = PasswordHash.of(input.password());
        T result = transactions.call(() -> then.apply(change(userId, known.current(), hash)));
        initialPassword.discard(known.username());
        return result;
    }

    private UserEntity change(long userId, String expected, String hash) {
        UserEntity user = users.lock(userId).orElseThrow(Passwords::changedMeanwhile);
        if (!Objects.equals(expected, user.passwordHash())) {
            throw changedMeanwhile();
        }
        if (expected != null) {
            remember(user);
        }
        Author self = Author.user(userId, user.username());
        return auditLog.changed(self, UserAudit.USER, userId, () -> {
            user.changePassword(hash, clock.instant());
            user.raiseEpoch();
            return user;
        });
    }

    private static void refuseKnown(String password, String current, List<String> former) {
        boolean isKnown = PasswordHash.matches(password, current)
                || former.stream().anyMatch(hash -> PasswordHash.matches(password, hash));
        Violations violations = new Violations();
        violations.require(!isKnown, FIELD, "password.recentlyUsed");
        violations.throwIfAny();
    }

    private void remember(UserEntity user) {
        jdbc.update(
                "insert into platform_password_history (user_id, password_hash) values (?, ?)",
                user.id(),
                user.passwordHash());
    }

    private Known known(long userId, int formerCount) {
        UserEntity user = users.find(userId).orElseThrow(Passwords::changedMeanwhile);
        return new Known(user.username(), user.passwordHash(), former(userId, formerCount));
    }

    private static PlatformException changedMeanwhile() {
        return new PlatformException(
                ErrorCategory.CONFLICT, "passwordChangedMeanwhile", "The password was changed by somebody else");
    }

    private List<String> former(long userId, int count) {
        return jdbc.list(
                "select password_hash from platform_password_history where user_id = ? order by id desc limit ?",
                row -> row.getString(1),
                userId,
                count);
    }
}
