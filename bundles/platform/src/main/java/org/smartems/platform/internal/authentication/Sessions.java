// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.authentication;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.platform.authentication.Role;
import org.smartems.platform.authentication.Session;
import org.smartems.platform.configuration.Configurations;
import org.smartems.platform.configuration.GeneralConfiguration;
import org.smartems.platform.internal.user.UserEntity;

/** Hands out tokens and decides what they are good for; every method needs the caller's transaction. */
@Component(service = Sessions.class, configurationPid = Sessions.PID)
@Designate(ocd = Sessions.Config.class)
public final class Sessions {

    static final String PID = "org.smartems.sessions";

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

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
        this.accessTokenTtl = checked("accessTokenTtl", config.accessTokenTtl(), new int[] {30, 3600}, 300);
        this.sessionTimeout = checked("sessionTimeout", config.sessionTimeout(), new int[] {60, 86_400}, 900);
        this.clock = clock;
    }

    Session begin(UserEntity user, Instant lastLoginAt) {
        Stage stage = due(user);
        return issue(user, store.begin(user.id(), stage, lastLoginAt), stage);
    }

    /** Another pair of tokens of a session that goes on. */
    Session issue(UserEntity user, UUID session, Stage stage) {
        String refreshToken = RefreshTokens.next();
        Instant expires = clock.instant().plusSeconds(sessionTimeout);
        store.add(session, RefreshTokens.hash(refreshToken), expires);
        return answer(user, session, stage, new Refresh(refreshToken, expires));
    }

    /** A pair for a client that asks who it is and goes on to hold the pair it has. */
    Session issueExtra(UserEntity user, UUID session, Stage stage) {
        String refreshToken = RefreshTokens.next();
        Instant expires = store.addExtra(
                session, RefreshTokens.hash(refreshToken), clock.instant().plusSeconds(sessionTimeout));
        return answer(user, session, stage, new Refresh(refreshToken, expires));
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

    private record Refresh(String token, Instant expires) {}

    private Session answer(UserEntity user, UUID session, Stage stage, Refresh refresh) {
        Set<Role> roles = roles(user, stage);
        return new Session(
                accessTokens.issue(user, session, roles, accessTokenTtl),
                refresh.token(),
                refresh.expires(),
                accessTokenTtl,
                sessionTimeout,
                user.username(),
                store.previousLoginAt(session),
                new ArrayList<>(roles));
    }

    private static int checked(String key, int value, int[] bounds, int byDefault) {
        if (value >= bounds[0] && value <= bounds[1]) {
            return value;
        }
        LOG.error("{}: {} = {} is not between {} and {}; {} is used", PID, key, value, bounds[0], bounds[1], byDefault);
        return byDefault;
    }
}
