// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogFollowerTest {

    private record Entry(long id, Instant createdAt) implements LogEntry {}

    private static final Instant START = Instant.parse("2026-11-26T10:00:00Z");

    private final List<Entry> log = new ArrayList<>();
    private final LogFollower<Entry> follower = new LogFollower<>(this::since, START);

    @Test
    void tellsEachEntryOnceTheEarliestFirst() {
        add(5, 1);
        add(2, 2);
        assertThat(follower.next()).extracting(Entry::id).containsExactly(5L, 2L);
        assertThat(follower.next()).isEmpty();
        add(9, 3);
        assertThat(follower.next()).extracting(Entry::id).containsExactly(9L);
    }

    @Test
    void missesNothingThatIsCommittedLate() {
        add(100, 20);
        assertThat(follower.next()).hasSize(1);
        add(7, 6);
        assertThat(follower.next()).extracting(Entry::id).containsExactly(7L);
        add(8, 4);
        assertThat(follower.next()).as("later than a commit can be").isEmpty();
    }

    private void add(long id, int second) {
        log.add(new Entry(id, START.plusSeconds(second)));
    }

    private List<Entry> since(Instant moment) {
        return log.stream()
                .filter(entry -> !entry.createdAt().isBefore(moment))
                .sorted(Comparator.comparing(Entry::createdAt).reversed())
                .toList();
    }
}
