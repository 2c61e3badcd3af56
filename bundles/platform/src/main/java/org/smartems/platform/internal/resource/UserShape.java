// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.resource;

import org.smartems.resource.Content;
import org.smartems.resource.Deny;
import org.smartems.resource.Field;
import org.smartems.resource.FieldType;
import org.smartems.resource.Filter;
import org.smartems.resource.In;
import org.smartems.resource.Permission;
import org.smartems.resource.Shape;
import org.smartems.resource.Sql;

/** What administrators see of users, and why they cannot do something to them. */
final class UserShape {

    private static final String IS_ENABLED =
            "(u.enabled and (u.enabled_expire_at is null or u.enabled_expire_at > now()))";
    /** Who comes by single sign-on is known by another name. */
    private static final String KNOWN_AS =
            "case when u.sso_user then coalesce(u.sso_name, u.username) else u.username end";

    /** As {@code UserEntity} has it: somebody of whom it is sure that there will be an administrator. */
    private static final String LASTING =
            "X.role_admin and X.enabled and X.enabled_expire_at is null and not X.sso_user and not X.radius_user";

    private static final String LAST_ADMINISTRATOR = "(" + LASTING.replace("X", "u")
            + " and not exists (select from platform_user x where x.id <> u.id and " + LASTING.replace("X", "x") + "))";

    private static final String TAGS =
            "array(select access_tag_id from platform_user_access_tag where user_id = u.id order by access_tag_id)";

    static final Shape USER = Shape.of("platform_user u", "u.id", "u.username")
            .fields(
                    flag("enabled", "u.enabled").column(),
                    Field.dateTime("enabledExpireAt", "u.enabled_expire_at")
                            .input(In.CREATE, In.EDIT)
                            .column(),
                    Field.bool("tooManyFailedLoginAttempts", "u.too_many_failed_login_attempts"),
                    flag("roleAdmin", "u.role_admin").column(),
                    flag("roleSmartems", "u.role_smartems").column(),
                    vpnFlag("roleVpn", "u.role_vpn"),
                    vpnFlag("roleVpnEndpointDevices", "u.role_vpn_endpoint_devices"),
                    Field.text("username", "u.username")
                            .required()
                            .input(In.CREATE, In.EDIT)
                            .column(),
                    flag("disablePasswordExpire", "u.disable_password_expire"),
                    flag("totpEnabled", "u.totp_enabled"),
                    Field.bool("radiusUser", "u.radius_user"),
                    Field.bool("ssoUser", "u.sso_user"),
                    Field.text("ssoName", "u.sso_name"),
                    Field.many("accessTags", TAGS, AccessTagResource.ACCESS_TAG.only())
                            .input(In.CREATE, In.EDIT)
                            .column(),
                    Field.json("certificates", "'[]'::jsonb")
                            .holds(Content.NONE)
                            .onlyShown(),
                    password("plainPassword"),
                    password("plainPasswordRepeat"),
                    certificateBehaviours(),
                    Field.json("useableCertificates", "'[]'::jsonb")
                            .holds(Content.NONE)
                            .onlyShown(),
                    Field.bool("isEnabled", IS_ENABLED),
                    Field.bool("totpSecretGenerated", "(u.totp_secret is not null)"));

    static final Filter ENABLED = Filter.of("enabled", FieldType.BOOLEAN, IS_ENABLED);
    static final Filter USERNAME = Filter.of("username", FieldType.TEXT, KNOWN_AS);
    static final String USERNAME_SORTING = KNOWN_AS;
    static final String ENABLED_SORTING = IS_ENABLED;

    private static final Deny OWN = Deny.of("edit")
            .when("notAvailableForRadiusUser", "u.radius_user")
            .when("notAvailableForSsoUser", "u.sso_user");

    private UserShape() {}

    /** As {@code UserDeny} has it, which refuses the same where two come at once. */
    static Deny[] denies() {
        return new Deny[] {
            OWN,
            self(OWN.as("changePassword"), "currentlyLoggedIn"),
            own(Deny.of("resetTotpSecret")
                            .when("totpDisabled", "not (select c.totp_enabled from platform_configuration c)"))
                    .when("totpSecretEmpty", "u.totp_secret is null"),
            own(Deny.of("resetLoginAttempts")
                    .when(
                            "failedLoginAttemptsDisabled",
                            "not (select c.failed_login_attempts_enabled from platform_configuration c)")
                    .when(
                            "failedLoginAttemptsNotAvailableForUser",
                            "not (u.role_admin or u.role_smartems or u.role_vpn)")
                    .when("tooManyFailedLoginAttemptsFalse", "not u.too_many_failed_login_attempts")),
            own(self(Deny.of("disable").when("alreadyDisabled", "not " + IS_ENABLED), "cannotDisableYourself"))
                    .when("lastAdministrator", LAST_ADMINISTRATOR),
            own(Deny.of("enable").when("alreadyEnabled", IS_ENABLED)),
            self(Deny.of("delete"), "cannotDeleteYourself").when("lastAdministrator", LAST_ADMINISTRATOR)
        };
    }

    private static Deny own(Deny deny) {
        return deny.when("notAvailableForRadiusUser", "u.radius_user").when("notAvailableForSsoUser", "u.sso_user");
    }

    private static Deny self(Deny deny, String code) {
        return deny.when(code, requester -> Sql.of("u.id = ?", requester.userId()));
    }

    private static Field flag(String name, String sql) {
        return Field.bool(name, sql).input(In.CREATE, In.EDIT);
    }

    private static Field vpnFlag(String name, String sql) {
        return flag(name, sql).readBy(Permission.ADMIN_VPN).writtenBy(Permission.ADMIN_VPN);
    }

    private static Field password(String name) {
        return secret(name).required().input(In.CREATE);
    }

    /** What becomes of the user's certificates with a change; without certificates clients send an empty list. */
    static Field certificateBehaviours() {
        return Field.json("certificateBehaviours", null).holds(Content.NONE).input(In.CREATE, In.EDIT);
    }

    /** As it was typed. */
    static Field secret(String name) {
        return Field.text(name, null).untrimmed().maximumLength(4096).sensitive();
    }
}
