// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smartems.benchmark.Cpu;
import org.smartems.benchmark.Kept;
import org.smartems.benchmark.Machine;

class OutageReportTest {

    private static final Machine MACHINE = new Machine("cpu", 2, 1024, "6.1", "17", 0.1);

    @Test
    void tellsWhenHowManyWereServed() {
        Kept kept = new Kept(Map.of("cases", List.of(Map.of("case", "served-50", "seconds", 4))));
        OutageReport report = report(4, 1.0, 2.0, 3.0, 4.0);
        assertThat(report.isServed()).isTrue();
        assertThat(report.table(kept))
                .containsPattern("50 % +2.0 +0.50")
                .containsPattern("100 % +4.0")
                .contains("All were handed over after 0.5 s")
                .contains("Processor time: server 20 s, database 10 s, devices 5 s")
                .contains("0.300 s, 0.400 s at most; then 0.200 s")
                .doesNotContain("NOT ALL");
        assertThat(report.members())
                .containsEntry("answers", Map.of("200", 4L, "503", 2L))
                .containsEntry("pageSecondsMeanwhileWorst", 0.4);
    }

    @Test
    void saysThatSomeWereNotServed() {
        OutageReport report = report(5, 1.0, 2.0, 3.0, 4.0);
        assertThat(report.isServed()).isFalse();
        assertThat(report.table(new Kept(Map.of())))
                .contains("NOT ALL ARE SERVED")
                .doesNotContain("100 %");
    }

    private static OutageReport report(int devices, Double... served) {
        Crowd.Calls calls = new Crowd.Calls(0.5, List.of(served), Map.of("200", 4L, "503", 2L));
        return new OutageReport(
                MACHINE,
                Map.of("devices", devices),
                new Outage.Result(calls, new Cpu(20, 10, 1), 5, List.of(0.1, 0.1), List.of(0.3, 0.4, 0.2), 0.2));
    }
}
