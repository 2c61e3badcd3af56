// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.smartems.simulator.Fleet;
import org.smartems.simulator.SimulatorConfiguration;
import org.smartems.testing.PostgresExtension;
import org.smartems.testing.server.AcknowledgedCheckIns;
import org.smartems.testing.server.LineProxy;
import org.smartems.testing.server.StoredCheckIns;

/** Several servers on one database. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NodesIT {

    @RegisterExtension
    static final PostgresExtension postgres = PostgresExtension.dedicated();

    private static final String KEY = MasterKeys.random();
    private static final int DEVICES = 30;
    private static final int BATCH = 2000;

    @TempDir
    private static Path files;

    private static ExternalDatabase database;
    private static Server a;
    private static Server b;
    private static String password;

    private final AcknowledgedCheckIns acknowledged = new AcknowledgedCheckIns();
    private int requested;

    @BeforeAll
    static void prepare() throws Exception {
        database = ExternalDatabase.create(postgres, "nodes");
        a = node("node-a");
        b = node("node-b");
        new MasterKeys(a).put(KEY);
        new MasterKeys(b).put(KEY);
    }

    @AfterAll
    static void stop() throws Exception {
        for (Server server : new Server[] {a, b}) {
            if (server != null) {
                server.close();
            }
        }
    }

    private static Server node(String name) throws IOException {
        Server server = Server.prepared(name);
        database.use(server);
        Files.writeString(server.etc("org.smartems.files.cfg"), "directory = " + files + "\n");
        return server;
    }

    @Test
    @Order(1)
    void twoNodesStartAtOnceOnAnEmptyDatabase() throws Exception {
        a.start();
        b.start();
        a.awaitReady();
        b.awaitReady();
        assertThat(database.tables().value(Long.class, "select count(*) from platform_user"))
                .isEqualTo(1);
        List<Server> withPassword = Stream.of(a, b)
                .filter(node -> Files.exists(node.passwordFile()))
                .toList();
        assertThat(withPassword).hasSize(1);

        password = withPassword.get(0).password();
        Answer onA = Api.of(a).session("admin", password);
        assertThat(Api.of(b).roles(onA.text("token")).status()).isEqualTo(200);
        Answer onB = Api.of(b).refresh(onA.text("refreshToken"));
        assertThat(onB.status()).as(onB.toString()).isEqualTo(200);
        assertThat(Api.of(a).roles(onB.text("token")).status()).isEqualTo(200);
        assertThat(b.https().bearer(onB.text("token")).post(Api.LOGOUT).status())
                .isEqualTo(204);
        Errors.assertPlain(Api.of(a).roles(onA.text("token")), 401);
        assertThat(database.tables().value(Long.class, "select count(*) from platform_signing_key"))
                .isEqualTo(1);
    }

    @Test
    @Order(2)
    void eachRequestMayGoToAnotherNode() throws Exception {
        try (LineProxy balancer = balancer()) {
            Api api = new Api(Http.overTls(balancer.port()));
            String user = database.tables().newUser();
            Answer session = api.session(user, password);
            for (int i = 0; i < 4; i++) {
                assertThat(api.roles(session.text("token")).status()).isEqualTo(200);
                session = api.refresh(session.text("refreshToken"));
            }
            aChangeCountsOnBoth(api.http().bearer(session.text("token")));
        }
        piecesMayComeOverEitherNode();
    }

    /** A credential opens both nodes when one has made it, and none once the other has disabled it. */
    private static void aChangeCountsOnBoth(Http admin) throws Exception {
        GatewayLogin login = GatewayLogin.of(database.tables(), "nodes");
        assertStatus(login, 401);
        String path = "/web/api/deviceauthentication/"
                + login.make(admin).json().path("id").asLong();
        awaitOpen(login);
        assertThat(admin.post(path, login.form(false)).status()).isEqualTo(200);
        assertStatus(login, 401);
    }

    private static void awaitOpen(GatewayLogin login) throws Exception {
        for (Server node : List.of(a, b)) {
            Await.until("the next look is due", () -> login.call(node) == 200);
        }
    }

    private static void assertStatus(GatewayLogin login, int status) throws IOException {
        for (Server node : List.of(a, b)) {
            assertThat(login.call(node)).isEqualTo(status);
        }
    }

    private static void piecesMayComeOverEitherNode() throws Exception {
        String user = database.tables().newUser();
        Tus overA = new Tus(a, user, password);
        Tus overB = new Tus(b, user, password);
        String path = overA.create(10);
        assertThat(overB.append(path, 0, "abcd").status()).isEqualTo(204);
        assertThat(overA.append(path, 4, "efg").status()).isEqualTo(204);
        assertThat(overB.append(path, 7, "hij").status()).isEqualTo(204);
        assertUploaded(user);
    }

    /** The key is there before the rotation, as docs/operate/master-key.md says; neither node is away for a moment. */
    @Test
    @Order(3)
    void keysAreRotatedWhileBothNodesGoOn() throws Exception {
        MasterKeys onA = new MasterKeys(a);
        MasterKeys onB = new MasterKeys(b);
        GatewayLogin before = madeOnB("before");
        a.shell("smartems:master-key-create").requireSuccess();
        String fingerprint = onA.others().keySet().iterator().next();
        onB.putOther(fingerprint, onA.others().get(fingerprint));
        a.shell("smartems:master-key-rotate " + fingerprint + "; smartems:data-key-rotate")
                .requireSuccess();
        Await.until("both have exchanged their files", () -> {
            assertStatus(before, 200);
            return !onA.inUse().equals(KEY) && onB.inUse().equals(onA.inUse());
        });
        // both read all credentials anew for this one
        madeOnB("after");
        assertStatus(before, 200);
        for (MasterKeys keys : List.of(onA, onB)) {
            assertThat(keys.others().values()).containsExactly(KEY);
        }
    }

    private static GatewayLogin madeOnB(String username) throws Exception {
        GatewayLogin login = GatewayLogin.of(database.tables(), username);
        login.make(new Tus(b, database.tables().newUser(), password).http());
        awaitOpen(login);
        return login;
    }

    @Test
    @Order(4)
    void everythingGoesOnAtTheNodeThatIsLeft() throws Exception {
        ManyDevices many = ManyDevices.of(database.tables(), BATCH);
        Tus overA = new Tus(a, database.tables().newUser(), password);
        String path = overA.create(10);
        try (LineProxy balancer = balancer();
                Fleet fleet = simulated(balancer).fleet(acknowledged)) {
            fleet.start();
            Await.until("all devices have called", () -> acknowledged.requests().size() >= 3 * DEVICES);
            // the demo enables them within some seconds
            Await.until("most can get a config", () -> stored().requestConfigs() > DEVICES / 2);
            String batch = killInTheMiddle(overA, path, many);
            aMinutePasses();
            Await.until(
                    () -> acknowledged.configured().size() + " of " + requested + " configs",
                    () -> acknowledged.configured().size() >= requested);
            assertDone(batch, overA.http());
            Await.until("no work is left under way", () -> stored().underWay() == 0);
            fleet.stop();
        }
        assertThat(many.disabled()).isEqualTo(BATCH);
        assertThat(stored().find(acknowledged).problems()).isEmpty();
        long kept = overA.offset(path);
        assertThat(kept).isBetween(0L, 4L);
        assertThat(overA.append(path, kept, "abcdefghij".substring((int) kept)).status())
                .isEqualTo(204);
        assertUploaded(overA.username());
    }

    /** Of a piece of an upload, of a batch, and of handing out configs; returns where the batch is. */
    private String killInTheMiddle(Tus overA, String path, ManyDevices many) throws Exception {
        Tus overB = new Tus(b, overA.username(), password);
        try (Socket socket = overB.begin(path, 0, 10)) {
            socket.getOutputStream().write("abcd".getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            Await.until(
                    "one node holds it for both",
                    () -> overA.append(path, 0, "").status() == 423);
            Answer batch = overB.http().post("/web/api/device/batch/disable", "{\"ids\": " + many.ids() + "}");
            assertThat(batch.json().path("done").asInt()).as(batch.body()).isBetween(1, BATCH - 1);
            acknowledged.forgetConfigured();
            requested = stored().requestConfigs();
            assertThat(requested).isGreaterThan(DEVICES / 2);
            Await.until("some have got theirs", () -> !acknowledged.configured().isEmpty());
            b.kill();
            return "/web/api/batchjob/" + batch.json().path("id").asLong();
        }
    }

    private static StoredCheckIns stored() {
        return new StoredCheckIns(database.source());
    }

    private static SimulatorConfiguration simulated(LineProxy balancer) throws IOException {
        // a router that reports the config that it has is not handed it again
        return DemoFleet.in(a)
                .simulated(
                        "tk800.reportedConfig", "none",
                        "url", balancer.url(),
                        "devicesUrl", balancer.url(),
                        "mix", "tk800=25,edge-gateway=5",
                        "interval", "1s",
                        "restartTime", "100ms",
                        "rampUp", "1s",
                        "timeout", "10s");
    }

    /** Of silence of the node that was killed, as the database sees it. */
    private static void aMinutePasses() throws Exception {
        String sql = "update fleet_node set seen_at = seen_at - interval '1 minute' where home like ?";
        assertThat(database.tables().update(sql, "%/" + b.home().getFileName() + "/%"))
                .isEqualTo(1);
    }

    /** One node after the other has done it, each thing once. */
    private static void assertDone(String batch, Http reader) throws Exception {
        Await.until(
                "the batch is done",
                () -> reader.get(batch).json().path("state").asText().equals("done"));
        assertThat(reader.get(batch).json().path("success").asInt()).isEqualTo(BATCH);
        assertThat(reader.get(batch + "/results").json()).hasSize(BATCH);
    }

    private static LineProxy balancer() throws IOException {
        return LineProxy.to(a.ports().https(), b.ports().https());
    }

    private static void assertUploaded(String username) throws Exception {
        assertThat(database.tables()
                        .value(
                                String.class,
                                "select md5 from platform_upload where user_id ="
                                        + " (select id from platform_user where username = ?)",
                                username))
                .isEqualTo("a925576942e94b2ef57a066101b48876");
    }

    @Test
    @Order(5)
    void aNodeWithoutTheMasterKeyTouchesNothingUntilItHasTheRightOne() throws Exception {
        try (Server other = node("node-without-key")) {
            other.start();
            other.awaitRefusal("encryption", "the master key file is missing");
            MasterKeys keys = new MasterKeys(other);
            assertThat(keys.isMissing()).isTrue();
            assertAway(other);

            keys.put(MasterKeys.random());
            other.awaitRefusal("encryption", "this database was encrypted with the master key of fingerprint");
            assertAway(other);
            a.awaitReady();

            keys.put(new MasterKeys(a).inUse());
            other.awaitReady();
        }
    }

    @Test
    @Order(6)
    void aDatabaseOfANewerReleaseIsRefused() throws Exception {
        database.tables()
                .update("insert into schema_history_platform (installed_rank, version, description, type, script,"
                        + " checksum, installed_by, execution_time, success) values (999, '999', 'of the future',"
                        + " 'SQL', 'V999__of_the_future.sql', 1, 'somebody', 1, true)");
        b.start();
        b.awaitLive();
        b.awaitRefusal("schema", "newer release");
        assertAway(b);
    }

    private static void assertAway(Server node) throws IOException {
        Answer answer = node.https().get(Api.CONFIGURATION);
        Errors.assertPlain(answer, 503);
        assertThat(answer.header("Retry-After")).matches("\\d+");
        assertThat(node.https().get("/health/live").status()).isEqualTo(200);
    }
}
