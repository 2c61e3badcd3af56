// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.platform.authentication.NewPassword;

class UserAdministrationTest extends UserAdministrationFixture {

    @Test
    void makesAnOperator() throws Exception {
        long id = administration.create(author, operator(" anna "), GIVEN);
        assertThat(row(id, "username, enabled, role_admin, role_smartems, role_vpn, epoch, created_by, updated_by"))
                .isEqualTo("anna t f t f 0 " + root + " " + root);
        assertThat(text("select password_changed_at from platform_user where id = " + id))
                .isNull();
        assertThat(PasswordHash.matches(GIVEN.password(), row(id, "password_hash")))
                .isTrue();
        assertThat(text("select access_tag_id from platform_user_access_tag where user_id = " + id))
                .isEqualTo(Long.toString(tag));
        assertThat(text("select concat_ws(' ', type, entity_name, entity_id, new_values::jsonb->>'username',"
                        + " new_values::jsonb->>'accessTags', new_values::jsonb->>'password')"
                        + " from platform_audit_log_change"))
                .isEqualTo("create User " + id + " anna [" + tag + "] 33b8afee-6b74-4742-a2ae-a47fdfb1ab57");
        assertThat(text("select count(*) from platform_audit_log_change c where c::text like '%argon2%'"))
                .isEqualTo("0");
    }

    @Test
    void anAdministratorHasNoOtherRoleAndNoTags() throws Exception {
        long id = administration.create(
                author,
                form("anna").admin().smartems().vpn(true, true).tags(tag).build(),
                GIVEN);
        assertThat(row(id, "role_admin, role_smartems, role_vpn, role_vpn_endpoint_devices"))
                .isEqualTo("t f f f");
        assertThat(text("select count(*) from platform_user_access_tag")).isEqualTo("0");
    }

    @Test
    void namesWhatIsWrongWithAForm() {
        assertInvalid("username: validation.required {}", () -> create(form(" ").admin()));
        assertInvalid(
                "username: validation.lengthMax {limit=255}",
                () -> create(form("x".repeat(256)).admin()));
        assertInvalid(
                "username: validation.uniqueEntity {}",
                () -> create(form(" root").admin()));
        assertInvalid(
                "roleAdmin: validation.user.oneRoleRequired {}; roleSmartems: validation.user.oneRoleRequired {};"
                        + " roleVpn: validation.user.oneRoleRequired {}",
                () -> create(form("anna")));
        assertInvalid(
                "accessTags: validation.user.oneAccessTagRequired {}",
                () -> create(form("anna").smartems()));
        assertInvalid(
                "accessTags: validation.user.oneAccessTagRequired {}",
                () -> create(form("anna").vpn(true, false)));
        assertInvalid(
                "accessTags: validation.choice {}",
                () -> create(form("anna").smartems().tags(tag, -1L)));
        assertInvalid(
                "roleVpnEndpointDevices: validation.user.roleVpnEndpointDevicesRequiresRoleVpn {}",
                () -> create(form("anna").smartems().vpn(false, true).tags(tag)));
        assertInvalid(
                "enabled: validation.user.disabledExpireAtNotNull {}",
                () -> create(form("anna").admin().disabled().expires(clock.instant())));
    }

    @Test
    void namesWhatIsWrongWithAPassword() throws Exception {
        configure("password_digit_required = true, password_big_small_char_required = true,"
                + " password_special_char_required = true");
        assertInvalid(
                "plainPassword: validation.password.minimumLengthRequirementFailed {limit=8};"
                        + " plainPassword: validation.password.digitMissing {};"
                        + " plainPassword: validation.password.smallCharMissing {};"
                        + " plainPassword: validation.password.specialCharMissing {};"
                        + " plainPasswordRepeat: validation.passwordIdenticalCompare {}",
                () -> administration.create(author, operator("anna"), new NewPassword("SHORT", "short")));
        assertInvalid(
                "newPlainPassword: validation.required {}; newPlainPasswordRepeat: validation.required {}",
                () -> administration.changePassword(author, addUser("ben"), new NewPassword(null, "")));
    }

    @Test
    void editsAndEndsAccessTokensWhenItTakesSomething() throws Exception {
        long anna = administration.create(author, operator("anna"), GIVEN);
        session(anna);
        administration.edit(author, anna, operator("anna"));
        assertThat(row(anna, "epoch")).isEqualTo("0");
        administration.edit(author, anna, form("anna").admin().build());
        assertThat(row(anna, "epoch, role_admin, role_smartems")).isEqualTo("1 t f");
        assertThat(openSessions(anna)).isEqualTo("1");
        administration.edit(author, anna, form("anna").admin().disabled().build());
        assertThat(openSessions(anna)).isEqualTo("0");
    }

    @Test
    void keepsRolesOfTheVpnThatAFormDoesNotName() throws Exception {
        long anna = addUser("anna");
        change(anna, "role_vpn = true, role_vpn_endpoint_devices = true");
        administration.edit(author, anna, operator("anna"));
        assertThat(row(anna, "role_vpn, role_vpn_endpoint_devices")).isEqualTo("t t");
        administration.edit(
                author,
                anna,
                form("anna").smartems().vpn(false, false).tags(tag).build());
        assertThat(row(anna, "role_vpn, role_vpn_endpoint_devices")).isEqualTo("f f");
    }

    @Test
    void deletesAUserWithEverythingThatIsHis() throws Exception {
        long anna = administration.create(author, operator("anna"), GIVEN);
        session(anna);
        sql("insert into platform_user_login_attempt (username, user_id) values ('anna', " + anna + ")");
        administration.delete(author, anna);
        assertThat(text("select count(*) from platform_session")).isEqualTo("0");
        assertThat(text("select count(*) from platform_user_access_tag")).isEqualTo("0");
        assertThat(text("select username from platform_user_login_attempt where user_id is null and username = 'anna'"))
                .isEqualTo("anna");
        assertThat(text("select old_values::jsonb->>'username' from platform_audit_log_change where type = 'delete'"))
                .isEqualTo("anna");
    }

    @Test
    void saysThatAnIdIsUnknown() {
        List<Runnable> all = List.of(
                () -> administration.edit(author, 5, operator("x")),
                () -> administration.delete(author, 5),
                () -> administration.enable(author, 5),
                () -> administration.changePassword(author, 5, GIVEN));
        all.forEach(work -> assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(PlatformException.class, refusal -> assertThat(refusal.category())
                        .isEqualTo(ErrorCategory.NOT_FOUND)));
    }
}
