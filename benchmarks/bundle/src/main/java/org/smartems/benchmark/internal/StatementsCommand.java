// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.internal;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Tells the statements of a check-in. */
@Service
@Command(scope = "bench", name = "statements", description = "Writes the statements of a check-in to a file")
public final class StatementsCommand implements Action {

    @Argument(name = "file", description = "Takes the statements", required = true)
    private String file;

    @Override
    public Object execute() throws IOException {
        try (Writer out = Files.newBufferedWriter(Path.of(file))) {
            FleetStatements.all().store(out, null);
        }
        return null;
    }
}
