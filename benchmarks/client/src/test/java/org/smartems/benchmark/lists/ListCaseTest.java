// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smartems.benchmark.Json;

class ListCaseTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:34:56Z");

    private final List<ListCase> cases = Cases.all(1_000_000, 7, NOW);

    @Test
    void asksTheSameOfTheApiAndOfTheDatabase() throws IOException {
        ListCase both = test("both");
        Map<?, ?> body = (Map<?, ?>) Json.read(both.body(3));
        assertThat(body.get("page")).hasToString("3");
        assertThat((List<?>) body.get("filters")).hasSize(2);
        assertThat(both.sql())
                .contains("not d.enabled and s.firmware_version1 = '1.0.0.r10407'")
                .endsWith("order by d.id limit 25");
        assertThat(both.countSql()).startsWith("select count(*)").endsWith("= '1.0.0.r10407'");
    }

    @Test
    void readsTheLastPageFromTheEnd() {
        assertThat(test("last").sql()).endsWith("order by d.id desc limit 25");
        assertThat(test("first").sql()).doesNotContain("where");
    }

    @Test
    void copiesWhatIsExported() throws IOException {
        assertThat(test("csv").sql()).startsWith("copy (").endsWith(") to stdout with (format csv)");
        assertThat(test("excel").sql()).contains("like 'LIST00%'");
        Map<?, ?> body = (Map<?, ?>) Json.read(test("excel").body(1));
        assertThat(body.get("sheetName")).isEqualTo("Devices");
        assertThat((List<?>) body.get("fields")).isNotEmpty();
    }

    @Test
    void asksSinceAMinute() {
        assertThat(test("seen").body(1)).contains("\"2026-01-31T06:34:00Z\"");
    }

    @Test
    void namesEachCaseOnce() {
        assertThat(cases.stream().map(ListCase::id)).doesNotHaveDuplicates();
    }

    private ListCase test(String id) {
        return cases.stream().filter(test -> test.id().equals(id)).findFirst().orElseThrow();
    }
}
