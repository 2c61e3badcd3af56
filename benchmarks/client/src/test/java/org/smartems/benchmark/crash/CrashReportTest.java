// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smartems.benchmark.Kept;
import org.smartems.benchmark.Machine;

class CrashReportTest {

    private static final Machine MACHINE = new Machine("cpu", 2, 1024, "6.1", "17", 0.1);
    private static final Round WHOLE = round(1, Hit.SERVER, 10);
    private static final Round LOST = round(2, Hit.LINE, 1, "1 of 80 acknowledged check-ins are missing");

    @Test
    void tellsWhatWasLost() {
        assertThat(WHOLE.line(2))
                .isEqualTo("round 1 of 2: server killed after 70 check-ins; ready again after 10.0 s;"
                        + " 80 acknowledged, 80 found; 5 configs requested, 5 arrived");
        assertThat(LOST.line(2)).endsWith("\n  LOST: 1 of 80 acknowledged check-ins are missing");
    }

    @Test
    void isWholeOnlyWithoutAnyProblem() {
        assertThat(report(List.of(WHOLE)).isWhole()).isTrue();
        assertThat(report(List.of(WHOLE, LOST)).isWhole()).isFalse();
        assertThat(report(List.of(WHOLE), "2 devices are known, there are 3").isWhole())
                .isFalse();
    }

    @Test
    void comparesEachKindOfHit() {
        Kept kept = new Kept(Map.of("cases", List.of(Map.of("case", "server", "medianSeconds", 8))));
        assertThat(report(List.of(WHOLE, LOST)).table(kept))
                .containsPattern("server killed +1 +10.0 +10.0 +1.25")
                .containsPattern("line cut +1 +1.0 +1.0\n")
                .contains("80 check-ins acknowledged, 80 found");
    }

    private static Round round(int number, Hit hit, double seconds, String... problems) {
        return new Round(number, hit, 70, seconds, new Round.Books(80, 80, 5, 5, List.of(problems)));
    }

    private static CrashReport report(List<Round> rounds, String... last) {
        return new CrashReport(MACHINE, Map.of("rounds", rounds.size()), rounds, List.of(last));
    }
}
