// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smartems.platform.internal.DatabaseFixture;
import org.smartems.platform.internal.user.UserParts;
import org.smartems.testing.Eventually;

class StartupTest extends DatabaseFixture {

    @TempDir
    Path folder;

    @Test
    void isDownUntilTheFirstAdministratorIsMade() throws Exception {
        Path data = folder.resolve("data");
        Startup startup = new Startup(new UserParts(transactions, unit, data, clock).firstAdministrator);
        try {
            Eventually.until(
                    "the failure is told", () -> startup.check().reason().contains("see the log"));
            assertThat(text("select count(*) from platform_user")).isEqualTo("0");
            Files.createDirectory(data);
            Eventually.until("it is up", () -> startup.check().isUp());
            assertThat(text("select username from platform_user")).isEqualTo("admin");
        } finally {
            startup.stop();
        }
    }
}
