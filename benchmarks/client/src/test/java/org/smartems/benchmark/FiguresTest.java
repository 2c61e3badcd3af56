// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.ProtocolException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresTest {

    /** Of another program, which answers the RFC's own GET as the RFC does. */
    private static final String RESPONSE = "440c5a7b9ed304fecd2ddd39c9c7b726";

    @Test
    void findsPercentilesByRank() {
        Slice slice =
                slice(LongStream.rangeClosed(1, 200).map(i -> i * 1_000_000).toArray());
        assertThat(slice.millis(50)).isEqualTo(100);
        assertThat(slice.millis(99)).isEqualTo(198);
        assertThat(slice.millis(100)).isEqualTo(200);
        assertThat(slice(7_000_000).millis(1)).isEqualTo(7);
        assertThat(slice().millis(50)).isZero();
    }

    @Test
    void joinsRounds() {
        Slice both = slice(3, 9).plus(new Slice(2, new long[] {1, 5}, new Cpu(1, 2, 3), List.of("wrong")));
        assertThat(both.sorted()).containsExactly(1, 3, 5, 9);
        assertThat(both.perSecond()).isEqualTo(4 / 3.0);
        assertThat(both.cpu()).isEqualTo(new Cpu(1, 2, 3));
        assertThat(both.problems()).containsExactly("wrong");
    }

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

    /** The example of RFC 2617, section 3.5, as a POST. */
    @Test
    void answersAChallenge() throws ProtocolException {
        Authorization.Digest digest = new Authorization.Digest(
                "Mufasa",
                "Circle Of Life",
                "Digest realm=\"testrealm@host.com\", qop=\"auth\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\"");
        assertThat(digest.value("/dir/index.html", "00000001", "0a4f113b"))
                .contains("username=\"Mufasa\"", "nc=00000001", "response=\"" + RESPONSE + "\"");
        assertThatThrownBy(() -> new Authorization.Digest("u", "p", "Basic realm=\"x\""))
                .isInstanceOf(ProtocolException.class);
    }

    @Test
    void writesJson() {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("a", 1.23456);
        inner.put("b", List.of(100.0, 2));
        assertThat(Json.write(Map.of("list", List.of(inner), "text", "\"\n")))
                .contains("{\"a\": 1.235, \"b\": [100, 2]}", "\"text\": \"\\\"\\u000a\"");
    }

    private static Slice slice(long... nanos) {
        return new Slice(1, nanos, Cpu.NONE, List.of());
    }

    /** Fields 5 to 13 of proc(5) do not matter. */
    private static void stat(Path proc, String start, String times) throws IOException {
        Path directory = Files.createDirectory(proc.resolve(start.substring(0, start.indexOf(' '))));
        Files.writeString(directory.resolve("stat"), start + " 0 0 0 0 0 0 0 0 0 " + times + " 20 0 1 0\n");
    }
}
