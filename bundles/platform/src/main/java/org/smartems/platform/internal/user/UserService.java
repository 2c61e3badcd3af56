// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.user;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.persistence.Transactions;
import org.smartems.platform.audit.AuditLog;
import org.smartems.platform.audit.Author;
import org.smartems.platform.internal.Unique;
import org.smartems.platform.internal.Violations;
import org.smartems.platform.internal.authentication.SessionStore;
import org.smartems.platform.user.UserState;
import org.smartems.platform.user.Users;

/** See {@link Users}. */
@Component(service = Users.class)
public final class UserService implements Users {

    private static final Logger LOG = LoggerFactory.getLogger(UserService.class);

    private static final Author SHELL = Author.system("shell");

    private final Transactions transactions;
    private final UserStore users;
    private final SessionStore sessions;
    private final AuditLog auditLog;
    private final InitialPasswordFile initialPassword;

    @Activate
    public UserService(
            @Reference Transactions transactions,
            @Reference UserStore users,
            @Reference SessionStore sessions,
            @Reference AuditLog auditLog,
            @Reference InitialPasswordFile initialPassword) {
        this.transactions = transactions;
        this.users = users;
        this.sessions = sessions;
        this.auditLog = auditLog;
        this.initialPassword = initialPassword;
    }

    @Override
    public void unlock(String username) {
        transactions.run(() -> {
            change(username, UserEntity::unlock);
        });
        LOG.info("User {} unlocked from the shell", username);
    }

    @Override
    public String resetPassword(String username) {
        String password = RandomPassword.next();
        String hash = PasswordHash.of(password);
        transactions.run(() -> {
            UserEntity changed = change(username, user -> {
                user.unlock();
                user.changePassword(hash, Clock.systemUTC().instant());
                user.raiseEpoch();
            });
            sessions.endAll(changed.id());
        });
        initialPassword.discard(username);
        LOG.info("Password of user {} reset from the shell", username);
        return password;
    }

    @Override
    public String createAdministrator(String username) {
        Violations violations = new Violations();
        String name = violations.required("username", username);
        violations.throwIfAny();
        String password = RandomPassword.next();
        String hash = PasswordHash.of(password);
        transactions.run(() -> {
            if (users.find(name).isPresent()) {
                throw Unique.taken("username");
            }
            UserEntity user =
                    UserEntity.administrator(name, hash, Clock.systemUTC().instant());
            users.add(user);
            Unique.named("username", transactions::connection); // flushes
            auditLog.created(SHELL, UserAudit.USER, user.id());
        });
        LOG.info("Administrator {} made from the shell", name);
        return password;
    }

    @Override
    public List<UserState> list(String prefix, int limit) {
        Instant now = Clock.systemUTC().instant();
        return transactions.call(() ->
                users.list(prefix, limit).stream().map(user -> state(user, now)).toList());
    }

    private static UserState state(UserEntity user, Instant now) {
        return new UserState(
                user.username(),
                user.isEnabled(now),
                user.isAdministrator(),
                user.isTooManyFailedLoginAttempts(),
                Optional.ofNullable(user.lastLoginAt()));
    }

    private UserEntity change(String username, Consumer<UserEntity> change) {
        UserEntity user = locked(username);
        return auditLog.changed(SHELL, UserAudit.USER, user.id(), () -> {
            change.accept(user);
            return user;
        });
    }

    private UserEntity locked(String username) {
        return users.find(username)
                .flatMap(user -> users.lock(user.id()))
                .orElseThrow(() -> new PlatformException(ErrorCategory.NOT_FOUND, "userUnknown", "No such user"));
    }
}
