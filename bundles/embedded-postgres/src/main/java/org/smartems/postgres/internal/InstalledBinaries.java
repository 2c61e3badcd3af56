// SPDX-License-Identifier: Apache-2.0
package org.smartems.postgres.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Programs that are on this machine already.
 *
 * @param bin the directory that holds them
 */
public record InstalledBinaries(Path bin) implements Binaries {

    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    @Override
    public Path install(Path directory) {
        return bin;
    }

    @Override
    public String major() throws IOException, InterruptedException {
        String program = bin.resolve("postgres").toString();
        String answer = Exec.run(List.of(program, "--version")).output();
        Matcher version = VERSION.matcher(answer);
        if (!version.find()) {
            throw new IOException(program + " does not tell its version: " + answer);
        }
        return version.group(1);
    }
}
