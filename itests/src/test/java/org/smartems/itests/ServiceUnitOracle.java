// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** systemd judges the service that comes with the distribution. */
class ServiceUnitOracle {

    private static final String SERVER = "/opt/smartems/bin/smartems-server";

    @TempDir
    private Path directory;

    @Test
    void systemdUnderstandsEveryLine() throws Exception {
        Command verify = Command.run("systemd-analyze", "verify", "--man=no", unit("").toString());
        assertThat(verify.status()).as(verify.output()).isZero();
        assertThat(verify.output()).doesNotContain("Unknown", "ignoring");
    }

    @Test
    void systemdFindsAFault() throws Exception {
        Command verify = Command.run(
                "systemd-analyze",
                "verify",
                "--man=no",
                unit("NoNewPrivilege=yes").toString());
        assertThat(verify.output()).contains("NoNewPrivilege");
    }

    /** As shipped, with the server where it is here. */
    private Path unit(String more) throws IOException {
        Path distribution = Distribution.directory();
        String shipped = Files.readString(distribution.resolve("systemd/smartems.service"));
        assertThat(shipped).contains(SERVER);
        String server = distribution.resolve("bin/smartems-server").toString();
        return Files.writeString(
                directory.resolve("smartems.service"),
                shipped.replace(SERVER, server).replace("UMask=", more + "\nUMask="));
    }
}
