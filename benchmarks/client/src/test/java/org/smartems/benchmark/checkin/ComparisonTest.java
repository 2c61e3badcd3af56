// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smartems.benchmark.Cpu;
import org.smartems.benchmark.Kept;
import org.smartems.benchmark.Machine;

class ComparisonTest {

    private static final Machine MACHINE = new Machine("Example 9000", 2, 1024, "6", "17", 0);
    private static final Stage SMALL = new Stage(1000, 0);
    private static final Stage LARGE = new Stage(1_000_000, 10_000_000);
    private static final Case PLAIN = Case.plain(SMALL, Variant.PRODUCT, Dialect.TK800, Plan.MANY);

    @TempDir
    private Path directory;

    @Test
    void tellsTheChangeOfEachCase() throws IOException {
        Comparison kept = new Comparison(keep(report(Map.of(PLAIN, List.of(slice(100, 1))), MACHINE)));
        Comparison.Change change = kept.change(PLAIN, slice(150, 3)).orElseThrow();
        assertThat(change.rate()).isCloseTo(50, within(1e-6));
        assertThat(change.cost()).isCloseTo(100, within(1e-6));
        assertThat(kept.change(PLAIN.with(Way.FULL), slice(1, 1))).isEmpty();
        assertThat(kept.change(PLAIN.at(LARGE), slice(1, 1))).isEmpty();
    }

    @Test
    void knowsCasesOfTheFirstForm() throws IOException {
        Path file = directory.resolve("old.json");
        Files.writeString(
                file,
                """
                {"settings": {"devices per dialect": 1000}, "machine": {"processor": "Example 9000", "cores": 2},
                 "cases": [{"dialect": "tk800", "variant": "product", "clients": 32, "perSecond": 50,
                            "serverCpuMicros": 1, "databaseCpuMicros": 1}]}
                """);
        assertThat(new Comparison(Kept.read(file))
                        .change(PLAIN, slice(100, 1))
                        .orElseThrow()
                        .rate())
                .isCloseTo(100, within(1e-6));
    }

    @Test
    void marksChangesThatMayBeThoseOfTheMachine() throws IOException {
        Map<Case, List<Slice>> slices = Map.of(PLAIN, List.of(slice(100, 1)));
        Kept kept = keep(report(slices, MACHINE));
        assertThat(new Sheet(report(slices, MACHINE, kept)).text())
                .contains("+0%")
                .doesNotContain("ANOTHER MACHINE");
        Machine other = new Machine("Example 9000", 4, 1024, "6", "17", 0);
        assertThat(new Sheet(report(slices, other, kept)).text()).contains("+0%*", "ANOTHER MACHINE");
        Machine newer = new Machine("Example 9001", 2, 1024, "6", "17", 0);
        assertThat(new Sheet(report(slices, newer, kept)).text()).contains("+0%*", "ANOTHER MACHINE");
    }

    @Test
    void saysSoWhenNothingWasKept() throws IOException {
        Comparison comparison = new Comparison(Kept.read(directory.resolve("missing.json")));
        assertThat(comparison.words()).contains("no run has been kept");
        assertThat(comparison.isOfAnother(MACHINE)).isFalse();
        assertThat(comparison.change(PLAIN, slice(1, 1))).isEmpty();
    }

    @Test
    void judgesGoals() {
        Map<Case, List<Slice>> slices = new LinkedHashMap<>();
        slices.put(PLAIN, List.of(slice(100, 1)));
        slices.put(PLAIN.with(Variant.CONSTANT), List.of(slice(400, 1)));
        slices.put(PLAIN.with(Variant.SINGLE), List.of(slice(34, 1)));
        slices.put(PLAIN.at(LARGE), List.of(slice(100, 1.25)));
        Map<Long, Double> heap = new LinkedHashMap<>();
        heap.put(1_000_000L, 100.0);
        heap.put(5_000_000L, 104.0);
        assertThat(Goal.all(new Figures(slices, heap)))
                .extracting(Goal::verdict)
                .containsExactly(
                        "reached", "MISSED", "MISSED", "not measured", "not measured", "not measured", "reached");
    }

    private Kept keep(Report report) throws IOException {
        return Kept.read(Files.writeString(directory.resolve("kept.json"), report.json()));
    }

    private static Report report(Map<Case, List<Slice>> slices, Machine machine) {
        return report(slices, machine, new Kept(Map.of()));
    }

    private static Report report(Map<Case, List<Slice>> slices, Machine machine, Kept kept) {
        Map<String, Object> settings = Map.of("commit", "abc", "at", "2026-01-01T00:00:00Z");
        return new Report(machine, settings, new Figures(slices, Map.of()), kept, List.of());
    }

    private static Slice slice(int checkIns, double cpu) {
        return new Slice(1, new long[checkIns], new Cpu(cpu / 2, cpu / 2, 0), Sharing.NONE, List.of());
    }
}
