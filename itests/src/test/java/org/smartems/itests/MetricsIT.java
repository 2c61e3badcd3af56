// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What monitoring reads. */
@ExtendWith(SharedServer.class)
class MetricsIT {

    private static final Path DASHBOARD = Path.of("../docs/operate/grafana-dashboard.json");
    private static final String DISABLED = "smartems_check_ins_total{device_type=\"TK800\",result=\"disabled\"}";
    private static final Pattern FIGURE = Pattern.compile("(?:smartems|jvm|process|system)_[a-z_]+");
    private static final Pattern PASSWORD = Pattern.compile("shown this once\\): (\\S+)");

    @Test
    void countsWhatDevicesDo(Server server) throws Exception {
        contact(server);
        long before = Figures.of(server).count(DISABLED);
        contact(server);
        Figures figures = Figures.of(server);
        assertThat(figures.count(DISABLED)).isEqualTo(before + 2);
        assertThat(figures.count("smartems_database_up")).isEqualTo(1);
        assertThat(figures.text())
                .contains("smartems_plugin_calls_total{plugin=\"procedure:router\"}")
                .contains("smartems_job_failures{job=\"fleet-");
        assertThat(figures.text().lines().filter(line -> line.startsWith("smartems_metric_source_failures")))
                .isEmpty();
    }

    @Test
    void theDashboardAsksForNothingElse(Server server) throws Exception {
        contact(server);
        Set<String> told = figures(Figures.of(server).text());
        Set<String> wanted = figures(Files.readString(DASHBOARD).replaceAll("\\\\[a-z]", " "));
        assertThat(wanted).hasSizeGreaterThan(20);
        assertThat(told).containsAll(wanted);
    }

    @Test
    void needsTheToken(Server server) throws Exception {
        assertThat(server.https().get("/metrics").status()).isEqualTo(401);
        assertThat(server.https().bearer("x".repeat(43)).get("/metrics").status())
                .isEqualTo(401);
    }

    /** Of a router that stays disabled. */
    private static void contact(Server server) throws Exception {
        String name = "metrics" + System.nanoTime();
        String made = server.shell("smartems:device-credential-create --type TK800 " + name)
                .requireSuccess()
                .output();
        String password =
                PASSWORD.matcher(made).results().findFirst().orElseThrow().group(1);
        Curl router = Curl.digest(name, password);
        String url = "https://127.0.0.1:" + server.ports().https() + "/router/tk800/config";
        for (int i = 0; i < 2; i++) {
            Curl.Reply reply = router.post(url, "application/x-www-form-urlencoded", "Serial=METRICS&Firmware=V1.0.0");
            assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        }
    }

    private static Set<String> figures(String text) {
        Set<String> figures = new TreeSet<>();
        FIGURE.matcher(text).results().map(MatchResult::group).forEach(figures::add);
        return figures;
    }
}
