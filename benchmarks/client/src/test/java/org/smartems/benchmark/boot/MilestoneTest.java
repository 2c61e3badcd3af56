// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MilestoneTest {

    private static final String LOG =
            """
            2026-01-31T11:00:01,000 | INFO  | features-3 | FeaturesServiceImpl |  | Changes to perform:
            2026-01-31T11:00:02,000 | INFO  | keeper     | Keeper |  | PostgreSQL answers on port 1, process 2
            2026-01-31T12:00:02,500 | INFO  | activator  | Activator           |  | Deployment finished. Registering
            java.lang.IllegalStateException: 2 scripts, at once
            2026-01-31T12:00:04,250 | INFO  | keeper     | Keeper |  | PostgreSQL answers on port 1, process 3
            2026-01-31T12:00:05,000 | INFO  | schema     | Schemas             |  | schema persistence: 0 scripts, 8 ms
            2026-01-31T12:00:06,000 | INFO  | schema     | Schemas             |  | schema fleet: 0 scripts, 79 ms
            2026-01-31T12:00:07,000 | INFO  | keeper     | Keeper |  | PostgreSQL answers on port 1, process 4
            """;

    @Test
    void tellsWhatTheLastStartReached() {
        Map<Milestone, Double> seconds = Milestone.seconds(LOG, Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC);
        assertThat(seconds)
                .containsEntry(Milestone.FRAMEWORK, 2.5)
                .containsEntry(Milestone.STARTED, 2.5)
                .containsEntry(Milestone.DATABASE, 4.25)
                .containsEntry(Milestone.SCHEMAS, 6.0)
                .doesNotContainKeys(Milestone.RESOLVED, Milestone.INSTALLED);
    }

    @Test
    void readsTimesInTheZoneOfTheLog() {
        Map<Milestone, Double> seconds =
                Milestone.seconds(LOG, Instant.parse("2026-01-31T11:00:00Z"), ZoneOffset.ofHours(1));
        assertThat(seconds).containsEntry(Milestone.STARTED, 2.5);
    }
}
