// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.platform.internal.DatabaseFixture;
import org.smartems.platform.internal.audit.AuditLogService;
import org.smartems.platform.internal.configuration.ConfigurationAdministrationService;
import org.smartems.platform.internal.configuration.ConfigurationService;
import org.smartems.platform.internal.user.UserParts;
import org.smartems.platform.internal.user.UserPreferenceService;
import org.smartems.platform.internal.user.UserTableService;
import org.smartems.resource.Permission;
import org.smartems.resource.testing.ResourceClient;

/** Calls every declaration of this bundle as the administrator {@code root}. */
abstract class ResourceFixture extends DatabaseFixture {

    @TempDir
    Path folder;

    long root;
    ResourceClient admin;
    ResourceClient operator;

    @BeforeEach
    void declare() throws Exception {
        sql("truncate platform_user_login_attempt");
        root = addUser("root");
        change(root, "role_admin = true, role_smartems = false");
        UserParts node = new UserParts(transactions, unit, folder, clock);
        AuditLogService log = new AuditLogService(transactions);
        ConfigurationService configurations = new ConfigurationService(unit, transactions, log, System::nanoTime);
        admin = ResourceClient.of(
                        transactions,
                        new AccessTagResource(node.accessTags),
                        new UserResource(node.administration),
                        new LogResources(unit),
                        new UserTableRoutes(new UserTableService(transactions, log)),
                        new ProfileRoutes(new UserPreferenceService(transactions, log)),
                        new ConfigurationRoutes(
                                new ConfigurationAdministrationService(transactions, log, configurations),
                                transactions))
                .as(root, Permission.ADMIN);
        operator = admin.as(root, Permission.SMARTEMS);
    }

    static void assertForbidden(ThrowingCallable work) {
        assertCategory(ErrorCategory.DENIED, work);
    }

    static void assertCategory(ErrorCategory category, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(PlatformException.class, refusal -> assertThat(refusal.category())
                        .isEqualTo(category));
    }

    /** The names of an answer's members. */
    static List<String> members(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
