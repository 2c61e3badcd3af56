// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.user;

import java.time.Clock;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.platform.audit.Author;
import org.smartems.platform.configuration.Configurations;
import org.smartems.platform.internal.Refusals;

/** What the state of a user forbids, in the order in which it is told. */
final class UserDeny {

    private final Jdbc jdbc;
    private final Configurations configurations;
    private final Clock clock;

    UserDeny(Transactions transactions, Configurations configurations, Clock clock) {
        this.jdbc = new Jdbc(transactions);
        this.configurations = configurations;
        this.clock = clock;
    }

    static boolean isSelf(Author author, UserEntity user) {
        return author.userId().isPresent() && author.userId().getAsLong() == user.id();
    }

    void edit(UserEntity user) {
        Refusals.denyIf(user.isRadiusUser(), "user.notAvailableForRadiusUser");
        Refusals.denyIf(user.isSsoUser(), "user.notAvailableForSsoUser");
    }

    void changePassword(Author author, UserEntity user) {
        edit(user);
        Refusals.denyIf(isSelf(author, user), "user.currentlyLoggedIn");
    }

    void resetTotpSecret(UserEntity user) {
        boolean on = jdbc.first("select totp_enabled from platform_configuration", row -> row.getBoolean(1))
                .orElse(false);
        Refusals.denyIf(!on, "user.totpDisabled");
        edit(user);
        Refusals.denyIf(!user.hasTotpSecret(), "user.totpSecretEmpty");
    }

    void resetLoginAttempts(UserEntity user) {
        Refusals.denyIf(!configurations.general().failedLoginAttemptsEnabled(), "user.failedLoginAttemptsDisabled");
        Refusals.denyIf(!user.isTooManyFailedLoginAttempts(), "user.tooManyFailedLoginAttemptsFalse");
        edit(user);
    }

    void disable(Author author, UserEntity user) {
        Refusals.denyIf(!user.isEnabled(clock.instant()), "user.alreadyDisabled");
        Refusals.denyIf(isSelf(author, user), "user.cannotDisableYourself");
        edit(user);
    }

    void enable(UserEntity user) {
        Refusals.denyIf(user.isEnabled(clock.instant()), "user.alreadyEnabled");
        edit(user);
    }

    void delete(Author author, UserEntity user) {
        Refusals.denyIf(isSelf(author, user), "user.cannotDeleteYourself");
    }
}
