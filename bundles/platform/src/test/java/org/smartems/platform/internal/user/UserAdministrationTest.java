// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.platform.audit.Author;
import org.smartems.platform.authentication.NewPassword;
import org.smartems.platform.internal.DatabaseFixture;
import org.smartems.platform.user.UserForm;
import org.smartems.platform.user.UserForm.VpnRoles;

class UserAdministrationTest extends DatabaseFixture {

    private static final NewPassword GIVEN = new NewPassword("Given-by-0thers", "Given-by-0thers");

    @TempDir
    Path folder;

    private UserAdministrationService administration;
    private long root;
    private Author author;
    private long tag;

    @BeforeEach
    void create() throws Exception {
        UserParts node = new UserParts(transactions, unit, folder, clock);
        administration = node.administration;
        root = addUser("root");
        change(root, "role_admin = true, role_smartems = false");
        author = Author.user(root, "root");
        tag = node.accessTags.create(author, "Munich");
        sql("truncate platform_audit_log cascade");
    }

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
    void disablesAndEnables() throws Exception {
        long anna = addUser("anna");
        change(anna, "enabled_expire_at = now() + interval '1 day'");
        session(anna);
        assertDenied("user.alreadyEnabled", () -> administration.enable(author, anna));
        administration.disable(author, anna);
        assertThat(row(anna, "enabled, epoch, coalesce(enabled_expire_at::text, 'never')"))
                .isEqualTo("f 1 never");
        assertThat(openSessions(anna)).isEqualTo("0");
        assertDenied("user.alreadyDisabled", () -> administration.disable(author, anna));
        administration.enable(author, anna);
        assertThat(row(anna, "enabled")).isEqualTo("t");
        change(anna, "enabled_expire_at = now() - interval '1 day'");
        assertDenied("user.alreadyDisabled", () -> administration.disable(author, anna));
        administration.enable(author, anna);
        assertThat(row(anna, "coalesce(enabled_expire_at::text, 'never')")).isEqualTo("never");
    }

    @Test
    void givesAnotherPassword() throws Exception {
        long anna = addUser("anna");
        session(anna);
        String changedAt = row(anna, "password_changed_at");
        administration.changePassword(author, anna, GIVEN);
        assertThat(PasswordHash.matches(GIVEN.password(), row(anna, "password_hash")))
                .isTrue();
        assertThat(row(anna, "password_changed_at, epoch")).isEqualTo(changedAt + " 1");
        assertThat(openSessions(anna)).isEqualTo("0");
        assertDenied("user.currentlyLoggedIn", () -> administration.changePassword(author, root, GIVEN));
        assertThat(text("select count(*) from platform_password_history")).isEqualTo("0");
        assertThat(text("select new_values::jsonb->>'password' from platform_audit_log_change"))
                .isEqualTo("33b8afee-6b74-4742-a2ae-a47fdfb1ab57");
    }

    @Test
    void liftsALock() throws Exception {
        long anna = addUser("anna");
        assertDenied("user.tooManyFailedLoginAttemptsFalse", () -> administration.resetLoginAttempts(author, anna));
        change(anna, "too_many_failed_login_attempts = true, failed_login_attempts = 3");
        administration.resetLoginAttempts(author, anna);
        assertThat(row(anna, "too_many_failed_login_attempts, failed_login_attempts"))
                .isEqualTo("f 0");
        configure("failed_login_attempts_enabled = false");
        assertDenied("user.failedLoginAttemptsDisabled", () -> administration.resetLoginAttempts(author, anna));
    }

    @Test
    void forgetsTheSecretOfOneTimePasswords() throws Exception {
        long anna = addUser("anna");
        assertDenied("user.totpDisabled", () -> administration.resetTotpSecret(author, anna));
        configure("totp_enabled = true");
        assertDenied("user.totpSecretEmpty", () -> administration.resetTotpSecret(author, anna));
        change(anna, "totp_secret = '\\x01'");
        administration.resetTotpSecret(author, anna);
        assertThat(row(anna, "totp_secret is null, epoch")).isEqualTo("t 1");
    }

    @Test
    void usersOfOtherSourcesAreReadOnly() throws Exception {
        long anna = addUser("anna");
        change(anna, "radius_user = true, too_many_failed_login_attempts = true, totp_secret = '\\x01'");
        configure("totp_enabled = true");
        List<Runnable> all = List.of(
                () -> administration.edit(author, anna, operator("anna")),
                () -> administration.disable(author, anna),
                () -> administration.changePassword(author, anna, GIVEN),
                () -> administration.resetLoginAttempts(author, anna),
                () -> administration.resetTotpSecret(author, anna));
        all.forEach(work -> assertDenied("user.notAvailableForRadiusUser", work));
        change(anna, "radius_user = false, sso_user = true");
        all.forEach(work -> assertDenied("user.notAvailableForSsoUser", work));
        administration.delete(author, anna);
    }

    @Test
    void nobodyRemovesDisablesOrDemotesHimself() throws Exception {
        addAdministrator("other");
        assertDenied("user.cannotDeleteYourself", () -> administration.delete(author, root));
        assertDenied("user.cannotDisableYourself", () -> administration.disable(author, root));
        assertInvalid(
                "enabled: validation.user.cannotDisableYourself {}",
                () -> edit(root, form("root").admin().disabled()));
        assertInvalid(
                "enabled: validation.user.cannotDisableYourself {}",
                () -> edit(root, form("root").admin().expires(clock.instant().minusSeconds(1))));
        assertInvalid(
                "enabled: validation.user.cannotDemoteYourself {}",
                () -> edit(root, form("root").smartems().tags(tag)));
        edit(root, form("renamed").admin().expires(clock.instant().plus(Duration.ofDays(1))));
        assertThat(row(root, "username")).isEqualTo("renamed");
    }

    @Test
    void theLastAdministratorStays() throws Exception {
        long other = addAdministrator("other");
        change(root, "enabled_expire_at = now() + interval '1 day'");
        assertDenied("user.lastAdministrator", () -> administration.delete(author, other));
        assertDenied("user.lastAdministrator", () -> administration.disable(author, other));
        assertInvalid(
                "enabled: validation.user.lastAdministrator {}",
                () -> edit(other, form("other").admin().disabled()));
        assertInvalid(
                "roleAdmin: validation.user.lastAdministrator {}",
                () -> edit(other, form("other").smartems().tags(tag)));
        assertInvalid(
                "enabledExpireAt: validation.user.lastAdministrator {}",
                () -> edit(other, form("other").admin().expires(clock.instant().plusSeconds(60))));
        edit(other, form("another").admin());
        change(root, "enabled_expire_at = null");
        administration.delete(author, other);
        assertThat(text("select string_agg(username, ' ') from platform_user")).isEqualTo("root");
    }

    @Test
    void ofTwoAdministratorsWhoRemoveEachOtherOneStays() throws Exception {
        long other = addAdministrator("other");
        CyclicBarrier together = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Boolean>> works = List.of(
                    () -> tells(together, () -> administration.delete(author, other)),
                    () -> tells(together, () -> administration.disable(Author.user(other, "other"), root)));
            List<Boolean> done = new ArrayList<>();
            for (Future<Boolean> future : threads.invokeAll(works)) {
                done.add(future.get());
            }
            assertThat(done).containsExactlyInAnyOrder(true, false);
        } finally {
            threads.shutdownNow();
        }
        assertThat(text("select count(*) from platform_user where role_admin and enabled"))
                .isEqualTo("1");
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

    private static boolean tells(CyclicBarrier together, Runnable work) throws Exception {
        together.await();
        try {
            work.run();
            return true;
        } catch (PlatformException e) {
            assertThat(e.code()).isEqualTo("deny.user.lastAdministrator");
            return false;
        }
    }

    private long addAdministrator(String name) throws SQLException {
        long id = addUser(name);
        change(id, "role_admin = true, role_smartems = false");
        return id;
    }

    private void create(Form form) {
        administration.create(author, form.build(), GIVEN);
    }

    private void edit(long id, Form form) {
        administration.edit(author, id, form.build());
    }

    private UserForm operator(String name) {
        return form(name).smartems().tags(tag).build();
    }

    private static Form form(String name) {
        return new Form(name);
    }

    private static void session(long user) throws SQLException {
        sql("insert into platform_session (id, user_id, stage) values (gen_random_uuid(), " + user + ", 'FULL')");
    }

    private static String openSessions(long user) throws SQLException {
        return text("select count(*) from platform_session where ended_at is null and user_id = " + user);
    }

    private static String row(long id, String columns) throws SQLException {
        return text("select concat_ws(' ', " + columns + ") from platform_user where id = " + id);
    }

    private static void assertDenied(String code, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(PlatformException.class, refusal -> {
            assertThat(refusal.category()).isEqualTo(ErrorCategory.DENIED);
            assertThat(refusal.code()).isEqualTo("deny." + code);
        });
    }

    /** An enabled user without roles, to be completed. */
    private static final class Form {

        private final String name;
        private boolean enabled = true;
        private Optional<Instant> expires = Optional.empty();
        private boolean admin;
        private boolean smartems;
        private Optional<VpnRoles> vpn = Optional.empty();
        private Set<Long> tags = Set.of();

        private Form(String name) {
            this.name = name;
        }

        Form admin() {
            admin = true;
            return this;
        }

        Form smartems() {
            smartems = true;
            return this;
        }

        Form disabled() {
            enabled = false;
            return this;
        }

        Form expires(Instant at) {
            expires = Optional.of(at);
            return this;
        }

        Form vpn(boolean role, boolean endpointDevices) {
            vpn = Optional.of(new VpnRoles(role, endpointDevices));
            return this;
        }

        Form tags(Long... ids) {
            tags = Set.of(ids);
            return this;
        }

        UserForm build() {
            return new UserForm(name, enabled, expires, false, false, admin, smartems, vpn, tags);
        }
    }
}
