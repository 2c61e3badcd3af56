// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresTest {

    @Test
    void countsTheServerAndItsDatabaseAlone(@TempDir Path proc) throws IOException {
        stat(proc, "10 (java) S 1", "100 50 700 800");
        stat(proc, "11 (postgres) S 10", "10 5 200 100");
        stat(proc, "12 (postgres) S 11", "30 5 0 0");
        stat(proc, "13 (a) b (c) S 10", "1000 1000 1000 1000");
        stat(proc, "20 (postgres) S 1", "9999 9999 9999 9999");
        Cpu cpu = new Processes(proc, 10).cpu();
        assertThat(cpu.server()).isCloseTo(1.5, within(1e-9));
        assertThat(cpu.database()).isCloseTo(3.5, within(1e-9));
    }

    @Test
    void refusesAServerWhoseDatabaseItCannotSee(@TempDir Path proc) throws IOException {
        stat(proc, "10 (java) S 1", "100 50 0 0");
        assertThatThrownBy(() -> new Processes(proc, 10).cpu()).hasMessageContaining("no database of its own");
        assertThatThrownBy(() -> new Processes(proc, 99).cpu()).hasMessageContaining("has ended");
    }

    @Test
    void writesJson() {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("a", 1.23456);
        inner.put("b", List.of(100.0, 2));
        assertThat(Json.write(Map.of("list", List.of(inner), "text", "\"\n")))
                .contains("{\"a\": 1.235, \"b\": [100, 2]}", "\"text\": \"\\\"\\u000a\"");
    }

    /** Fields 5 to 13 of proc(5) do not matter. */
    private static void stat(Path proc, String start, String times) throws IOException {
        Path directory = Files.createDirectory(proc.resolve(start.substring(0, start.indexOf(' '))));
        Files.writeString(directory.resolve("stat"), start + " 0 0 0 0 0 0 0 0 0 " + times + " 20 0 1 0\n");
    }
}
