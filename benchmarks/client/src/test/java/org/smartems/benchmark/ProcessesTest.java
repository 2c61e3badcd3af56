// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {

    private static final long SERVER = 7;

    @TempDir
    private Path proc;

    @Test
    void countsTheCompilersOfTheServerAndNoOtherThread() throws IOException {
        thread(7, "java", 1000);
        thread(8, "C2 CompilerThre", 120);
        thread(9, "C1 CompilerThre", 35);
        thread(10, "qtp C2 Compiler", 500);
        assertThat(new Processes(proc, SERVER).compilers()).isEqualTo(1.55);
    }

    private void thread(long id, String name, long ticks) throws IOException {
        Path directory = Files.createDirectories(proc.resolve(SERVER + "/task/" + id));
        Files.writeString(
                directory.resolve("stat"), id + " (" + name + ") S 1 0 0 0 0 0 0 0 0 0 " + ticks + " 0 0 0 20");
    }
}
