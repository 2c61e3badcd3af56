// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.platform.audit.Author;
import org.smartems.platform.authentication.NewPassword;
import org.smartems.platform.internal.DatabaseFixture;
import org.smartems.platform.user.UserForm;
import org.smartems.platform.user.UserForm.VpnRoles;

/** An administrator, a tag, and who handles users. */
abstract class UserAdministrationFixture extends DatabaseFixture {

    static final NewPassword GIVEN = new NewPassword("Given-by-0thers", "Given-by-0thers");

    @TempDir
    Path folder;

    UserAdministrationService administration;
    long root;
    Author author;
    long tag;

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

    long addAdministrator(String name) throws SQLException {
        long id = addUser(name);
        change(id, "role_admin = true, role_smartems = false");
        return id;
    }

    void create(Form form) {
        administration.create(author, form.build(), GIVEN);
    }

    void edit(long id, Form form) {
        administration.edit(author, id, form.build());
    }

    UserForm operator(String name) {
        return form(name).smartems().tags(tag).build();
    }

    static Form form(String name) {
        return new Form(name);
    }

    static void session(long user) throws SQLException {
        sql("insert into platform_session (id, user_id, stage) values (gen_random_uuid(), " + user + ", 'FULL')");
    }

    static String openSessions(long user) throws SQLException {
        return text("select count(*) from platform_session where ended_at is null and user_id = " + user);
    }

    static String row(long id, String columns) throws SQLException {
        return text("select concat_ws(' ', " + columns + ") from platform_user where id = " + id);
    }

    static void assertDenied(String code, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(PlatformException.class, refusal -> {
            assertThat(refusal.category()).isEqualTo(ErrorCategory.DENIED);
            assertThat(refusal.code()).isEqualTo("deny." + code);
        });
    }

    /** An enabled user without roles, to be completed. */
    static final class Form {

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
