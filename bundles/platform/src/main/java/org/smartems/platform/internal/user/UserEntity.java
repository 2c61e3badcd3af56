// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.user;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Version;
import org.smartems.platform.audit.Author;
import org.smartems.platform.authentication.Role;
import org.smartems.platform.internal.AuthorId;
import org.smartems.platform.user.UserForm;
import org.smartems.platform.user.UserForm.VpnRoles;

/** A person who logs in. Never leaves this bundle. */
@Entity
@Table(name = "platform_user")
public class UserEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "platform_user_seq")
    @SequenceGenerator(name = "platform_user_seq", sequenceName = "platform_user_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private String username;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "password_changed_at")
    @Convert(converter = InstantConverter.class)
    private Instant passwordChangedAt;

    @Column(name = "disable_password_expire")
    private boolean disablePasswordExpire;

    private boolean enabled;

    @Column(name = "enabled_expire_at")
    @Convert(converter = InstantConverter.class)
    private Instant enabledExpireAt;

    @Column(name = "role_admin")
    private boolean roleAdmin;

    @Column(name = "role_smartems")
    private boolean roleSmartems;

    @Column(name = "role_vpn")
    private boolean roleVpn;

    @Column(name = "role_vpn_endpoint_devices")
    private boolean roleVpnEndpointDevices;

    private int epoch;

    @Column(name = "failed_login_attempts")
    private int failedLoginAttempts;

    @Column(name = "failed_login_attempts_at")
    @Convert(converter = InstantConverter.class)
    private Instant failedLoginAttemptsAt;

    @Column(name = "too_many_failed_login_attempts")
    private boolean tooManyFailedLoginAttempts;

    @Column(name = "last_login_at")
    @Convert(converter = InstantConverter.class)
    private Instant lastLoginAt;

    @Column(name = "updated_at")
    @Convert(converter = InstantConverter.class)
    private Instant updatedAt;

    @Column(name = "created_by")
    private Long createdBy;

    @Column(name = "updated_by")
    private Long updatedBy;

    @Column(name = "totp_enabled")
    private boolean totpEnabled;

    @Column(name = "totp_secret")
    private byte[] totpSecret;

    @Column(name = "radius_user")
    private boolean radiusUser;

    @Column(name = "sso_user")
    private boolean ssoUser;

    /** For the persistence provider. */
    protected UserEntity() {}

    /** A user whose password counts as never changed. */
    static UserEntity of(UserForm form, String passwordHash, Author author, Instant now) {
        UserEntity user = new UserEntity();
        user.createdBy = AuthorId.of(author);
        user.passwordHash = passwordHash;
        user.apply(form);
        user.touch(author, now);
        return user;
    }

    /** A new administrator, enabled. */
    static UserEntity administrator(String username, String passwordHash, Instant now) {
        UserEntity user = new UserEntity();
        user.username = username;
        user.roleAdmin = true;
        user.enabled = true;
        user.changePassword(passwordHash, now);
        return user;
    }

    public long id() {
        return id;
    }

    public String username() {
        return username;
    }

    public String passwordHash() {
        return passwordHash;
    }

    public int epoch() {
        return epoch;
    }

    public Instant lastLoginAt() {
        return lastLoginAt;
    }

    public boolean isEnabled(Instant now) {
        return enabled && (enabledExpireAt == null || enabledExpireAt.isAfter(now));
    }

    public boolean isLocked(Instant now, Duration duration) {
        return tooManyFailedLoginAttempts
                && failedLoginAttemptsAt != null
                && failedLoginAttemptsAt.plus(duration).isAfter(now);
    }

    public boolean isPasswordExpired(Instant now, int expireDays) {
        if (expireDays == 0 || disablePasswordExpire) {
            return false;
        }
        return passwordChangedAt == null
                || passwordChangedAt.plus(Duration.ofDays(expireDays)).isBefore(now);
    }

    /** Roles of the permissions, before maintenance mode or a due password takes them away. */
    public Set<Role> permissions() {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (roleAdmin) {
            roles.add(Role.ROLE_ADMIN);
        }
        if (roleSmartems) {
            roles.add(Role.ROLE_SMARTEMS);
        }
        return roles;
    }

    /** Whether all that the user may do is what no installed bundle offers. */
    public boolean needsVpn() {
        return roleVpn && permissions().isEmpty();
    }

    /** Counts a failure; a lock that has run out does not count towards the next one. */
    public void loginFailed(Instant now, int limit, Duration duration) {
        if (tooManyFailedLoginAttempts && !isLocked(now, duration)) {
            unlock();
        }
        failedLoginAttempts++;
        failedLoginAttemptsAt = now;
        tooManyFailedLoginAttempts = failedLoginAttempts >= limit;
        updatedAt = now;
    }

    public void loginSucceeded(Instant now) {
        unlock();
        lastLoginAt = now;
        updatedAt = now;
    }

    public void unlock() {
        failedLoginAttempts = 0;
        failedLoginAttemptsAt = null;
        tooManyFailedLoginAttempts = false;
    }

    public void changePassword(String hash, Instant now) {
        passwordHash = hash;
        passwordChangedAt = now;
        updatedAt = now;
    }

    /** Ends every access token that is out. */
    public void raiseEpoch() {
        epoch++;
    }

    /** Takes over a checked form; whether that takes something from the user, so that access tokens must end. */
    boolean apply(UserForm form) {
        VpnRoles vpn = form.vpn().orElseThrow();
        boolean less = !form.username().equals(username)
                || form.enabled() != enabled
                || !Objects.equals(form.enabledExpireAt().orElse(null), enabledExpireAt)
                || form.roleAdmin() != roleAdmin
                || form.roleSmartems() != roleSmartems
                || !vpn.equals(vpnRoles());
        username = form.username();
        enabled = form.enabled();
        enabledExpireAt = form.enabledExpireAt().orElse(null);
        disablePasswordExpire = form.disablePasswordExpire();
        totpEnabled = form.totpEnabled();
        roleAdmin = form.roleAdmin();
        roleSmartems = form.roleSmartems();
        roleVpn = vpn.roleVpn();
        roleVpnEndpointDevices = vpn.roleVpnEndpointDevices();
        return less;
    }

    void touch(Author author, Instant now) {
        updatedBy = AuthorId.of(author);
        updatedAt = now;
    }

    VpnRoles vpnRoles() {
        return new VpnRoles(roleVpn, roleVpnEndpointDevices);
    }

    void enable() {
        enabled = true;
        enabledExpireAt = null;
    }

    void disable() {
        enabled = false;
        enabledExpireAt = null;
    }

    /** A password that somebody else chose: the date of the person's own change stays. */
    void replacePassword(String hash) {
        passwordHash = hash;
    }

    void forgetTotpSecret() {
        totpSecret = null;
    }

    boolean hasTotpSecret() {
        return totpSecret != null;
    }

    boolean isTooManyFailedLoginAttempts() {
        return tooManyFailedLoginAttempts;
    }

    boolean isRadiusUser() {
        return radiusUser;
    }

    boolean isSsoUser() {
        return ssoUser;
    }

    boolean isAdministrator() {
        return roleAdmin;
    }

    /** One that is there for good: enabled, with a password of this server and without a moment of expiry. */
    boolean isLastingAdministrator() {
        return roleAdmin && enabled && enabledExpireAt == null && !ssoUser && !radiusUser;
    }
}
