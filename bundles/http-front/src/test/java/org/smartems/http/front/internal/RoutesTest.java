// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.smartems.spi.health.Health;
import org.smartems.spi.health.HealthCheck;
import org.smartems.testing.RawClient;

class RoutesTest extends FrontTestBase {

    private static final Filter DESCRIBES = (request, response, chain) -> {
        HttpServletRequest http = (HttpServletRequest) request;
        response.getWriter()
                .print(String.join(
                        " ",
                        http.getContextPath() + "|" + http.getServletPath() + "|" + http.getPathInfo(),
                        http.getRequestURI(),
                        http.getQueryString()));
    };
    private static final Filter HANDS_BACK = (request, response, chain) -> chain.doFilter(request, response);

    /** A filter that is a check too. */
    private static final class Checked implements Filter, HealthCheck {

        @Override
        public Health check() {
            return Health.up();
        }

        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            DESCRIBES.doFilter(request, response, chain);
        }
    }

    private final List<Filter> added = new ArrayList<>();

    @AfterEach
    void removeRoutes() {
        added.forEach(server.front::removeRoute);
    }

    @Test
    void handsWhatIsUnderThePathToTheFilterAndNotToTheContainer() throws Exception {
        add(DESCRIBES, Map.of(Route.PATH, "/web/api"));
        assertThat(get("/web/api/a%20b/c?d=e")).isEqualTo("200 |/web/api|/a b/c /web/api/a%20b/c d=e");
        assertThat(get("/web/api/")).isEqualTo("200 |/web/api|/ /web/api/ null");
        assertThat(get("/web/api")).isEqualTo("200 |/web/api|null /web/api null");
        assertThat(server.passed).hasValue(0);

        assertThat(get("/web/apiary")).startsWith("200 address=");
        assertThat(server.passed).hasValue(1);
    }

    @Test
    void handsWhatIsUnderALongerPathToItsOwnFilter() throws Exception {
        add(DESCRIBES, Map.of(Route.PATH, "/web/api"));
        Filter files = (request, response, chain) -> ((HttpServletResponse) response).setStatus(204);
        add(files, Map.of(Route.PATH, "/web/api/download"));
        assertThat(get("/web/api/download/x")).startsWith("204");
        assertThat(get("/web/api/downloads")).startsWith("200 |/web/api|/downloads");
        server.front.removeRoute(files);
        assertThat(get("/web/api/download/x")).startsWith("200 |/web/api|/download/x");
    }

    @Test
    void letsAFilterHaveSeveralPaths() throws Exception {
        add(DESCRIBES, Map.of(Route.PATH, new String[] {"/web/api", "/web/tus"}));
        assertThat(get("/web/api/x")).startsWith("200 |/web/api|/x");
        assertThat(get("/web/tus/x")).startsWith("200 |/web/tus|/x");
        server.front.removeRoute(DESCRIBES);
        assertThat(get("/web/api/x")).startsWith("200 address=");
        assertThat(get("/web/tus/x")).startsWith("200 address=");
    }

    /** Such as the metrics: on the port of people, and while its filter is there. */
    @Test
    void servesAReservedPathOutsideTheConsole() throws Exception {
        assertThat(get("/metrics")).startsWith("404 ");
        add(DESCRIBES, Map.of(Route.PATH, "/metrics"));
        assertThat(get("/metrics")).isEqualTo("200 |/metrics|null /metrics null");
        assertRefused(server.client("devices").get("/metrics"), 404);
        assertThat(get("/metricsX")).doesNotStartWith("200 |");
        assertThat(server.passed).hasValue(0);
    }

    @Test
    void appliesTheRulesFirst() throws Exception {
        add(DESCRIBES, Map.of(Route.PATH, "/web/api"));
        assertRefused(server.client("devices").get("/web/api/x"), 404);
        assertRefused(server.client("https").get("/web/api/../x"), 400);
        assertThat(server.client("https").send("HEAD", "/web/api/x").status()).isEqualTo(405);
    }

    @Test
    void countsAsACheckForAsLongAsItIsReached() throws Exception {
        server.configure(Map.of("requiredChecks", new String[] {"api"}));
        assertThat(get("/health/ready")).startsWith("503").contains("not started");
        assertAway(server.client("https").get("/web/api/x"));

        Checked checked = new Checked();
        add(checked, Map.of(Route.PATH, "/web/api", HealthCheck.NAME, "api"));
        assertThat(get("/health/ready")).startsWith("200").contains("\"api\":{\"status\":\"up\"}");
        assertThat(get("/web/api/x")).startsWith("200 |/web/api|/x");

        server.front.removeRoute(checked);
        assertThat(get("/health/ready")).startsWith("503").contains("not started");
        assertAway(server.client("https").get("/web/api/x"));
        assertThat(server.passed).hasValue(0);
    }

    @Test
    void asksToComeAgainWhenTheFilterHandsTheRequestBack() throws Exception {
        add(HANDS_BACK, Map.of(Route.PATH, "/web/api"));
        assertAway(server.client("https").get("/web/api/x"));
        assertThat(server.passed).hasValue(0);
    }

    @Test
    void neverTakesARequiredApiThatIsAwayForAPage() throws Exception {
        server.configure(Map.of("requiredChecks", new String[] {"api"}));
        HealthCheck up = Health::up;
        server.front.addHealthCheck(up, Map.of(HealthCheck.NAME, "api"));
        try {
            assertAway(server.client("https").get("/web/api/x"));
            assertThat(server.passed).hasValue(0);
        } finally {
            server.front.removeHealthCheck(up);
        }
    }

    private static void assertAway(RawClient.Answer answer) {
        assertRefused(answer, 503);
        assertThat(answer.body()).contains("\"message\":\"starting\"");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
    }

    private void add(Filter filter, Map<String, Object> properties) {
        server.front.addRoute(filter, properties);
        added.add(filter);
    }

    private static String get(String path) throws Exception {
        RawClient.Answer answer = server.client("https").get(path);
        return answer.status() + " " + answer.body();
    }
}
