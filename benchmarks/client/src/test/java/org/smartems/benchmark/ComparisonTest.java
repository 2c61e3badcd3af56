// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {

    private static final String SERIAL =
            """
            1234:
             def new generation   total 4928K, used 2048K [0x0, 0x0, 0x0)
              eden space 4416K,  13% used [0x0, 0x0, 0x0)
             tenured generation   total 10944K, used 5120K [0x0, 0x0, 0x0)
             Metaspace       used 81K, committed 192K, reserved 1056768K
            """;

    private static final String G1 =
            """
            1234:
             garbage-first heap   total 65536K, used 3072K [0x0, 0x0)
              region size 1024K, 3 young (3072K), 1 survivors (1024K)
             Metaspace       used 81K, committed 192K, reserved 1056768K
            """;

    @Test
    void findsFiguresThatWereKept(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("kept.json");
        assertThat(Kept.read(file).figure(Map.of("case", "first"), "median")).isEmpty();
        assertThat(Kept.read(file).setting("devices")).isEmpty();
        Map<String, Object> first = Map.of("case", "first", "round", 1, "median", 2.5);
        Map<String, Object> second = Map.of("case", "first", "round", 2, "median", 3);
        Files.writeString(
                file, Json.write(Map.of("settings", Map.of("devices", 1000), "cases", List.of(first, second))));
        Kept kept = Kept.read(file);
        assertThat(kept.setting("devices")).isEqualTo("1000");
        assertThat(kept.figure(Map.of("case", "first", "round", 2), "median")).hasValue(3);
        assertThat(kept.figure(Map.of("case", "last"), "median")).isEmpty();
        assertThat(kept.figure(Map.of("case", "first"), "worst")).isEmpty();
        Files.writeString(file, "[]");
        assertThatThrownBy(() -> Kept.read(file)).hasMessageContaining("has no figures");
    }

    @Test
    void writesARatioOnlyOfWhatWasKept() {
        assertThat(Table.ratio(3, OptionalDouble.of(2))).isEqualTo("1.50");
        assertThat(Table.ratio(3, OptionalDouble.empty())).isEmpty();
        assertThat(Table.ratio(3, OptionalDouble.of(0))).isEmpty();
    }

    @Test
    void alignsColumns() {
        Table table = new Table("Page", "ms");
        table.row("first", Table.number(1234.5));
        table.row("a", Table.number(0.123));
        assertThat(table).hasToString("Page      ms\nfirst  1,235\na       0.12\n");
    }

    @Test
    void findsTheMedianAndTheWorst() {
        assertThat(Spread.of(List.of(9.0, 1.0, 2.0))).isEqualTo(new Spread(2, 9));
        assertThat(Spread.of(List.of(4.0, 1.0))).isEqualTo(new Spread(2.5, 4));
        assertThat(Spread.of(List.of())).isEqualTo(new Spread(0, 0));
    }

    @Test
    void readsTheHeapOfEachCollector() throws IOException {
        assertThat(Memory.used(SERIAL)).isEqualTo(7);
        assertThat(Memory.used(G1)).isEqualTo(3);
        assertThatThrownBy(() -> Memory.used("no such process")).isInstanceOf(IOException.class);
        assertThat(Memory.value("Name:\tjava\nVmHWM:\t  2048 kB\nVmRSS:\t  1024 kB\n", "VmRSS"))
                .isEqualTo(1024);
    }
}
