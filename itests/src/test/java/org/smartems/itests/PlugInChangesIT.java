// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smartems.simulator.CheckIn;
import org.smartems.simulator.Fleet;
import org.smartems.simulator.SimulatorConfiguration;

/**
 * Plug-ins come, change and go in every way there is, and then bundles of the product, while others check in.
 */
class PlugInChangesIT {

    /** Each calls twice a second; more by {@code -Dplugins.devices=250}, where the machine has the strength. */
    private static final int DEVICES = Integer.getInteger("plugins.devices", 20);

    private static final int ROUNDS = Integer.getInteger("plugins.rounds", 1);

    /** As many as a busy server has: a run of its own, not one of the test command. */
    private static final boolean MANY = DEVICES > 50;

    private static final int BEFORE = 3 * DEVICES;

    /** Procedure, preset, authenticator, generator and versioning. */
    private static final int KINDS = 5;

    private static final Duration SESSION = Duration.ofMinutes(4);
    private static final String DEPLOYED = "brook.jar";

    /** What Karaf says of a bundle that it wires anew, which stops it. */
    private static final Pattern REFRESHED = Pattern.compile(
            "\\|     org\\.smartems\\.(core|fleet|platform|persistence|rest|http-front|device-endpoint)/.*");

    @TempDir
    private Path directory;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Map<String, String> figures = new LinkedHashMap<>();
    private Server server;
    private Http admin;
    private long loggedInAt;
    private Fleet fleet;
    private PlugInFiles files;

    private interface Change {
        void make() throws Exception;
    }

    @Test
    void othersNoticeNothing() throws Exception {
        files = PlugInFiles.in(directory);
        try (Server ready = Server.ready("plug-ins")) {
            server = ready;
            try (Fleet started = configuration(DemoFleet.in(server)).fleet(this::ended)) {
                fleet = started;
                fleet.start();
                awaitItsPace();
                plugInsChange();
                for (String bundle : List.of("rest", "fleet", "platform")) {
                    update(bundle);
                }
                fleet.stop();
            }
            assertStored();
            assertThat(failures.stream().filter(failure -> !failure.startsWith("503 ")))
                    .isEmpty();
            figures.forEach((what, figure) -> System.out.println(what + ": " + figure));
            areRememberedOverAnUpgrade();
        }
    }

    private void plugInsChange() throws Exception {
        assertThat(provided("1")).as("and logs in, which is not to be measured").isZero();
        for (int round = 1; round <= ROUNDS; round++) {
            fleet.window();
            byDeployFolder();
            byArchive();
            byShell();
            byFeature();
            thoseOfTheProduct();
            awaitMore(BEFORE);
            figures.put(
                    "check-ins a second, round " + round,
                    "%.0f".formatted(fleet.window().perSecond()));
        }
        assertThat(failures).isEmpty();
        assertThat(server.log().lines().filter(REFRESHED.asPredicate())).isEmpty();
    }

    private void byDeployFolder() throws Exception {
        effective("deploy a bundle", () -> deploy(files.jar(), DEPLOYED), this::serves);
        effective("replace it", () -> deploy(files.newer(), DEPLOYED), this::servesNewer);
        effective("delete it", () -> Files.delete(deployed(DEPLOYED)), this::isGone);
    }

    private void byArchive() throws Exception {
        effective("deploy an archive", () -> deploy(files.archive(), "brook.kar"), this::serves);
        effective("delete the archive", () -> Files.delete(deployed("brook.kar")), this::isGone);
    }

    private void byShell() throws Exception {
        shell("bundle:install -s " + files.jar().toUri());
        assertThat(serves()).isTrue();
        shell("bundle:update procedure-example " + files.newer().toUri());
        assertThat(servesNewer()).isTrue();
        shell("bundle:uninstall procedure-example");
        assertThat(isGone()).isTrue();
    }

    private void byFeature() throws Exception {
        shell("feature:repo-add " + files.features().toUri() + "; feature:install brook");
        assertThat(serves()).isTrue();
        shell("feature:uninstall brook; feature:repo-remove " + files.features().toUri());
        assertThat(isGone()).isTrue();
    }

    /** The routers of the fleet need none of these. */
    private void thoseOfTheProduct() {
        for (String name : new String[] {"generator-velocity", "firmware-semantic", "authenticator-basic"}) {
            String bundle = "org.smartems." + name;
            shell("bundle:stop " + bundle + "; bundle:start " + bundle + "; bundle:update " + bundle);
        }
    }

    /** Nobody is turned away for good meanwhile: who calls is told to come again, devices and people. */
    private void update(String bundle) throws Exception {
        String file = Distribution.bundle(bundle).toUri().toString();
        CompletableFuture<Void> updating =
                CompletableFuture.runAsync(() -> shell("smartems:bundle-update org.smartems." + bundle + " " + file));
        long away = 0;
        long looked = System.nanoTime();
        boolean isReady = true;
        while (!updating.isDone() || !isReady) {
            isReady = isReady();
            long now = System.nanoTime();
            away += isReady ? 0 : now - looked;
            looked = now;
            assertKnownOrAway("/brook/hello");
            assertKnownOrAway("/web/api/profile/preferences");
        }
        updating.get();
        figures.put("away for the update of " + bundle, "%.1f s".formatted(away / 1e9));
        awaitMore(BEFORE);
    }

    private void assertKnownOrAway(String path) throws IOException {
        Answer answer = server.https().post(path, "{}");
        assertThat(answer.status()).as(path).isIn(401, 503);
        assertThat(answer.status() == 401 || answer.header("Retry-After") != null)
                .as(path)
                .isTrue();
    }

    private void assertStored() throws Exception {
        String[] ids = acknowledged.toArray(String[]::new);
        assertThat(Database.embeddedIn(server)
                        .value(
                                Long.class,
                                "select count(distinct request_id) from fleet_check_in where request_id = any (?)",
                                (Object) ids))
                .isEqualTo(ids.length);
    }

    /** The home goes on with another installation of the product, and tells of what does not fit into it. */
    private void areRememberedOverAnUpgrade() throws Exception {
        shell("feature:repo-add " + files.features().toUri() + "; feature:install brook");
        deploy(files.foreign(), "foreign.jar");
        Await.until("the foreign one is named", this::foreignIsNamed);
        server.stop();
        Path upgraded = Distribution.TARGET.resolve("upgraded");
        Distribution.delete(upgraded);
        Command.run("cp", "-a", Distribution.directory().toString(), upgraded.toString())
                .requireSuccess();
        server.moveTo(upgraded);
        server.start();
        server.awaitReady();
        Await.until("the feature is there", this::serves);
        Await.until("the foreign one is named again", this::foreignIsNamed);
    }

    private boolean foreignIsNamed() {
        return server.shell("smartems:plugin-list")
                .output()
                .lines()
                .anyMatch(line ->
                        line.matches("bundle:procedure-foreign .*incompatible.*org\\.smartems\\.spi\\.procedure.*"));
    }

    private void effective(String what, Change change, Await.Condition condition) throws Exception {
        long begin = System.nanoTime();
        change.make();
        Await.until(what, condition);
        figures.merge(what, "%.1f s".formatted((System.nanoTime() - begin) / 1e9), "%s, %s"::formatted);
    }

    private void shell(String command) {
        server.shell(command).requireSuccess();
    }

    private Path deployed(String name) {
        return server.home().resolve("deploy").resolve(name);
    }

    private void deploy(Path file, String name) throws IOException {
        Path ready = server.home().resolve(name);
        Files.copy(file, ready);
        Files.move(ready, deployed(name), ATOMIC_MOVE);
    }

    /** Nobody is logged in, the path is known, and all that the bundle brings is there. */
    private boolean serves() throws IOException {
        return hello() == 401 && provided("1.0.0") == KINDS;
    }

    private boolean servesNewer() throws IOException {
        return hello() == 401 && provided("1.1.0") == KINDS;
    }

    /** The type of the family stays. */
    private boolean isGone() throws IOException {
        return hello() == 503 && provided("1") == 0;
    }

    /** How many plug-ins the bundle provides that serve, in a version that begins so. */
    private long provided(String version) throws IOException {
        if (admin == null || System.nanoTime() - loggedInAt > SESSION.toNanos()) {
            Api api = Api.of(server).elsewhere();
            admin = api.http().bearer(api.session("admin", server.password()).text("token"));
            loggedInAt = System.nanoTime();
        }
        JsonNode rows = admin.post("/web/api/plugin/list", "{\"rowsPerPage\": 100}")
                .json()
                .path("results");
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.path("bundle").asText().equals("procedure-example"))
                .filter(row -> row.path("state").asText().equals("serving"))
                .filter(row -> row.path("version").asText().startsWith(version))
                .count();
    }

    private boolean isReady() throws IOException {
        return server.https().get("/health/ready").status() == 200;
    }

    private int hello() throws IOException {
        return server.https().post("/brook/hello", "serial A-1").status();
    }

    private void ended(CheckIn checkIn) {
        if (checkIn.acknowledged()) {
            acknowledged.add(checkIn.answer().requestId());
        } else {
            failures.add(checkIn.answer().status() + " " + checkIn.identifier() + " at " + checkIn.startedAt() + ": "
                    + checkIn.answer());
        }
    }

    private void awaitMore(int checkIns) throws Exception {
        int before = acknowledged.size();
        Await.until(() -> "more than " + before + "; " + failures, () -> acknowledged.size() >= before + checkIns);
    }

    /** So many that the handshakes would be most of the work keep their connections. */
    private static String connection() {
        return MANY ? "kept" : "fresh";
    }

    /** What is measured beside a server that is still compiled tells nothing. */
    private void awaitItsPace() throws Exception {
        Await.until("the devices come at their pace", () -> {
            fleet.window();
            awaitMore(BEFORE);
            return fleet.window().perSecond() > 1.8 * DEVICES;
        });
        if (MANY) {
            Await.until("what resolves archives is compiled", () -> server.log().contains("Features are resolved in"));
        }
    }

    private static SimulatorConfiguration configuration(DemoFleet demo) {
        return demo.simulated(
                "mix",
                "tk800=" + DEVICES,
                "interval",
                "500ms",
                "rampUp",
                "2s",
                "timeout",
                "20s",
                "connection",
                connection());
    }
}
