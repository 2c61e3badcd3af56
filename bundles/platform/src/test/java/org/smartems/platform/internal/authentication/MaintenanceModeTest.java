// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.smartems.platform.authentication.Role;
import org.smartems.platform.authentication.Session;

class MaintenanceModeTest extends NodeFixture {

    @Test
    void takesTheRolesOfWhoIsNoAdministrator() throws Exception {
        addUser("anna");
        Session before = node.login("anna", PASSWORD);
        configure("maintenance_mode = true");
        assertThat(node.caller(before).roles()).containsExactly(Role.ROLE_USER);
        assertThat(node.login("anna", PASSWORD).roles()).containsExactly(Role.ROLE_USER);
        assertThat(node.refresh(before).roles()).containsExactly(Role.ROLE_USER);
    }

    @Test
    void givesThemBackAfterwards() throws Exception {
        addUser("anna");
        configure("maintenance_mode = true");
        Session session = node.login("anna", PASSWORD);
        configure("maintenance_mode = false");
        assertThat(node.caller(session).roles()).contains(Role.ROLE_SMARTEMS);
    }

    @Test
    void leavesAdministratorsAlone() throws Exception {
        change(addUser("anna"), "role_admin = true");
        configure("maintenance_mode = true");
        Session session = node.login("anna", PASSWORD);
        assertThat(session.roles()).containsExactly(Role.ROLE_USER, Role.ROLE_ADMIN, Role.ROLE_SMARTEMS);
        assertThat(node.caller(session).roles()).contains(Role.ROLE_ADMIN);
    }

    @Test
    void doesNotOpenWhatAPasswordThatIsDueCloses() throws Exception {
        change(addUser("anna"), "role_admin = true");
        configure("maintenance_mode = true, password_expire_days = 1");
        assertThat(node.login("anna", PASSWORD).roles())
                .containsExactly(Role.ROLE_USER, Role.ROLE_CHANGEPASSWORDREQUIRED);
    }
}
