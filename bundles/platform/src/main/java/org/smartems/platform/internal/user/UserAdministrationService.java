// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.user;

import java.time.Clock;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.api.error.FieldError;
import org.smartems.persistence.Transactions;
import org.smartems.platform.accesstag.AccessTags;
import org.smartems.platform.audit.AuditLog;
import org.smartems.platform.audit.Author;
import org.smartems.platform.authentication.NewPassword;
import org.smartems.platform.configuration.Configurations;
import org.smartems.platform.internal.Refusals;
import org.smartems.platform.internal.Unique;
import org.smartems.platform.internal.Violations;
import org.smartems.platform.internal.accesstag.TaggedUsers;
import org.smartems.platform.internal.authentication.SessionStore;
import org.smartems.platform.user.UserAdministration;
import org.smartems.platform.user.UserForm;
import org.smartems.platform.user.UserForm.VpnRoles;

/** See {@link UserAdministration}. */
@Component(service = UserAdministration.class)
public final class UserAdministrationService implements UserAdministration {

    private static final Logger LOG = LoggerFactory.getLogger(UserAdministrationService.class);
    private static final String USERNAME = "username";

    private final Transactions transactions;
    private final UserStore users;
    private final TaggedUsers tagged;
    private final AccessTags accessTags;
    private final SessionStore sessions;
    private final AuditLog auditLog;
    private final Configurations configurations;
    private final UserDeny deny;
    private final Clock clock;

    @Activate
    public UserAdministrationService(
            @Reference Transactions transactions,
            @Reference UserStore users,
            @Reference TaggedUsers tagged,
            @Reference AccessTags accessTags,
            @Reference SessionStore sessions,
            @Reference AuditLog auditLog,
            @Reference Configurations configurations) {
        this(transactions, users, tagged, accessTags, sessions, auditLog, configurations, Clock.systemUTC());
    }

    UserAdministrationService(
            Transactions transactions,
            UserStore users,
            TaggedUsers tagged,
            AccessTags accessTags,
            SessionStore sessions,
            AuditLog auditLog,
            Configurations configurations,
            Clock clock) {
        this.transactions = transactions;
        this.users = users;
        this.tagged = tagged;
        this.accessTags = accessTags;
        this.sessions = sessions;
        this.auditLog = auditLog;
        this.configurations = configurations;
        this.deny = new UserDeny(transactions, configurations, clock);
        this.clock = clock;
    }

    @Override
    public long create(Author author, UserForm form, NewPassword password) {
        Violations violations = new Violations();
        UserForm checked = UserRules.checked(form, new VpnRoles(false, false), violations);
        GivenPassword.check("plainPassword", password, configurations.general().passwordRules(), violations);
        violations.throwIfAny();
        // before the first statement, so that no connection is held unless the caller holds one
        String hash = PasswordHash.of(password.password());
        return transactions.call(() -> {
            requireTags(checked.accessTags());
            requireUnique(checked.username(), 0);
            UserEntity user = UserEntity.of(checked, hash, author, clock.instant());
            users.add(user);
            Unique.named(USERNAME, transactions::connection); // flushes
            tagged.replace(user.id(), checked.accessTags());
            auditLog.created(author, UserAudit.USER, user.id());
            LOG.info("User {} made by {}", user.username(), author.name());
            return user.id();
        });
    }

    @Override
    public void edit(Author author, long id, UserForm form) {
        transactions.run(() -> {
            UserEntity user = locked(id);
            deny.edit(user);
            Violations violations = new Violations();
            UserForm checked = UserRules.checked(form, user.vpnRoles(), violations);
            requireKept(author, user, checked, violations);
            violations.throwIfAny();
            requireTags(checked.accessTags());
            requireUnique(checked.username(), id);
            auditLog.changed(
                    author,
                    UserAudit.USER,
                    id,
                    () -> Unique.named(USERNAME, () -> {
                        apply(author, user, checked);
                        return user;
                    }));
        });
    }

    @Override
    public void delete(Author author, long id) {
        transactions.run(() -> {
            UserEntity user = locked(id);
            deny.delete(author, user);
            requireAdministrator(user);
            auditLog.deleted(author, UserAudit.USER, id);
            users.remove(user);
            LOG.info("User {} deleted by {}", user.username(), author.name());
        });
    }

    @Override
    public void enable(Author author, long id) {
        change(author, id, user -> {
            deny.enable(user);
            user.enable();
        });
    }

    @Override
    public void disable(Author author, long id) {
        change(author, id, user -> {
            deny.disable(author, user);
            requireAdministrator(user);
            user.disable();
            end(user);
        });
    }

    @Override
    public void changePassword(Author author, long id, NewPassword password) {
        Violations violations = new Violations();
        GivenPassword.check(
                "newPlainPassword", password, configurations.general().passwordRules(), violations);
        violations.throwIfAny();
        String hash = PasswordHash.of(password.password());
        change(author, id, user -> {
            deny.changePassword(author, user);
            user.replacePassword(hash);
            end(user);
        });
    }

    @Override
    public void resetLoginAttempts(Author author, long id) {
        change(author, id, user -> {
            deny.resetLoginAttempts(user);
            user.unlock();
        });
    }

    @Override
    public void resetTotpSecret(Author author, long id) {
        change(author, id, user -> {
            deny.resetTotpSecret(user);
            user.forgetTotpSecret();
            end(user);
        });
    }

    private void change(Author author, long id, Consumer<UserEntity> change) {
        transactions.run(() -> {
            UserEntity user = locked(id);
            auditLog.changed(author, UserAudit.USER, id, () -> {
                change.accept(user);
                user.touch(author, clock.instant());
                return user;
            });
            LOG.info("User {} changed by {}", user.username(), author.name());
        });
    }

    private void apply(Author author, UserEntity user, UserForm form) {
        if (user.apply(form)) {
            user.raiseEpoch();
        }
        if (!user.isEnabled(clock.instant())) {
            end(user);
        }
        user.touch(author, clock.instant());
        tagged.replace(user.id(), form.accessTags());
        LOG.info("User {} changed by {}", user.username(), author.name());
    }

    private void end(UserEntity user) {
        user.raiseEpoch();
        sessions.endAll(user.id());
    }

    /** Administrators first and in order: whoever removes one waits for whoever removes another one. */
    private UserEntity locked(long id) {
        users.lockAdministrators();
        return users.lock(id).orElseThrow(Refusals::notFound);
    }

    private void requireKept(Author author, UserEntity user, UserForm form, Violations violations) {
        boolean enabled = form.enabled()
                && form.enabledExpireAt().map(clock.instant()::isBefore).orElse(true);
        if (UserDeny.isSelf(author, user)) {
            violations.require(enabled, "enabled", "user.cannotDisableYourself");
            violations.require(form.roleAdmin() || !user.isAdministrator(), "enabled", "user.cannotDemoteYourself");
        }
        boolean lasting =
                form.roleAdmin() && form.enabled() && form.enabledExpireAt().isEmpty();
        if (violations.isEmpty() && !lasting && isLast(user)) {
            String field = !form.roleAdmin() ? "roleAdmin" : form.enabled() ? "enabledExpireAt" : "enabled";
            violations.add(field, "user.lastAdministrator");
        }
    }

    private void requireAdministrator(UserEntity user) {
        Refusals.denyIf(isLast(user), "user.lastAdministrator");
    }

    private boolean isLast(UserEntity user) {
        return user.isLastingAdministrator() && !users.hasLastingAdministratorBut(user);
    }

    private void requireTags(Set<Long> wanted) {
        if (!accessTags.existing(wanted).containsAll(wanted)) {
            Violations violations = new Violations();
            violations.add(FieldError.of("accessTags", "validation.choice"));
            violations.throwIfAny();
        }
    }

    private void requireUnique(String username, long id) {
        if (users.find(username).filter(other -> other.id() != id).isPresent()) {
            throw Unique.taken(USERNAME);
        }
    }
}
