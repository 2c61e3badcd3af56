// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.authentication;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.smartems.platform.authentication.Role;
import org.smartems.platform.authentication.Session;
import org.smartems.platform.configuration.Configurations;
import org.smartems.platform.configuration.GeneralConfiguration;
import org.smartems.platform.internal.user.UserEntity;

/** Hands out tokens and decides what they are good for; every method needs the caller's transaction. */
@Component(service = Sessions.class, configurationPid = "org.smartems.sessions")
@Designate(ocd = Sessions.Config.class)
public final class Sessions {

    /** Configuration. */
    @ObjectClassDefinition(name = "Sessions")
    public @interface Config {
        /** Seconds that an access token lives. */
        @AttributeDefinition(name = "Access token lifetime (s)", min = "30", max = "3600")
        int accessTokenTtl() default 300;

        /** Seconds that a session lives without a refresh. */
        @AttributeDefinition(name = "Session timeout (s)", min = "60", max = "86400")
        int sessionTimeout() default 900;
    }

    private final SessionStore store;
    private final AccessTokens accessTokens;
    private final Configurations configurations;
    private final int accessTokenTtl;
    private final int sessionTimeout;
    private final Clock clock;

    @Activate
    public Sessions(
            @Reference SessionStore store,
            @Reference AccessTokens accessTokens,
            @Reference Configurations configurations,
            Config config) {
        this(store, accessTokens, configurations, config, Clock.systemUTC());
    }

    Sessions(SessionStore store, AccessTokens accessTokens, Configurations configurations, Config config, Clock clock) {
        this.store = store;
        this.accessTokens = accessTokens;
        this.configurations = configurations;
        this.accessTokenTtl = config.accessTokenTtl();
        this.sessionTimeout = config.sessionTimeout();
        this.clock = clock;
    }

    Session begin(UserEntity user, Instant lastLoginAt) {
        Stage stage = due(user);
        return tokens(user, store.begin(user.id(), stage), stage, lastLoginAt);
    }

    /** Another pair of tokens of a session that goes on. */
    Session issue(UserEntity user, UUID session, Stage stage) {
        return tokens(user, session, stage, user.lastLoginAt());
    }

    void extend(String refreshToken) {
        Instant now = clock.instant();
        store.extend(RefreshTokens.hash(refreshToken), now, now.plusSeconds(accessTokenTtl));
    }

    /** What the user may do in a session of that stage, as of now. */
    Set<Role> roles(UserEntity user, Stage stage) {
        GeneralConfiguration general = configurations.general();
        if (stage == Stage.PASSWORD_DUE || user.isPasswordExpired(clock.instant(), general.passwordExpireDays())) {
            return EnumSet.of(Role.ROLE_USER, Role.ROLE_CHANGEPASSWORDREQUIRED);
        }
        Set<Role> roles = EnumSet.of(Role.ROLE_USER);
        Set<Role> permissions = user.permissions();
        if (!general.maintenanceMode() || permissions.contains(Role.ROLE_ADMIN)) {
            roles.addAll(permissions);
        }
        return roles;
    }

    private Stage due(UserEntity user) {
        boolean expired =
                user.isPasswordExpired(clock.instant(), configurations.general().passwordExpireDays());
        return expired ? Stage.PASSWORD_DUE : Stage.FULL;
    }

    private Session tokens(UserEntity user, UUID session, Stage stage, Instant lastLoginAt) {
        Set<Role> roles = roles(user, stage);
        String refreshToken = RefreshTokens.next();
        Instant expires = clock.instant().plusSeconds(sessionTimeout);
        store.add(session, RefreshTokens.hash(refreshToken), expires);
        List<Role> sorted = new ArrayList<>(roles);
        return new Session(
                accessTokens.issue(user, session, roles, accessTokenTtl),
                refreshToken,
                expires,
                accessTokenTtl,
                sessionTimeout,
                user.username(),
                Optional.ofNullable(lastLoginAt),
                sorted);
    }
}
