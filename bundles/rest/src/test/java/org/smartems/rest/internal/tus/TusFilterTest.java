// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.tus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.AbstractHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smartems.platform.authentication.Caller;
import org.smartems.platform.authentication.Role;
import org.smartems.platform.file.Piece;
import org.smartems.platform.file.UploadRefused;
import org.smartems.platform.file.UploadRefused.Reason;
import org.smartems.rest.internal.UnderPath;
import org.smartems.rest.internal.openapi.Tokens;
import org.smartems.testing.RawClient;

class TusFilterTest {

    private static final String ROOT = "/web/tus/upload";
    private static final String VERSION = "Tus-Resumable: 1.0.0";
    private static final String PIECE = "Content-Type: application/offset+octet-stream";
    private static final Map<String, Caller> PEOPLE = Map.of(
            "admin", caller(Role.ROLE_USER, Role.ROLE_ADMIN),
            "operator", caller(Role.ROLE_USER, Role.ROLE_SMARTEMS),
            "technician", caller(Role.ROLE_USER, Role.ROLE_VPN));

    private final FakeUploads uploads = new FakeUploads();
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final TusFilter filter = new TusFilter(new Tokens(PEOPLE), uploads);

    private static Caller caller(Role... roles) {
        return new Caller(1, "caller", Set.of(roles), UUID.randomUUID());
    }

    @BeforeEach
    void start() throws Exception {
        server.addConnector(connector);
        server.setHandler(new AbstractHandler() {
            @Override
            public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response)
                    throws IOException {
                base.setHandled(true);
                filter.doFilter(new UnderPath(request, ROOT), response, null);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    private RawClient.Answer send(String method, String path, String... headers) throws Exception {
        return sendBody(method, path, "", headers);
    }

    private RawClient.Answer sendBody(String method, String path, String body, String... headers) throws Exception {
        List<String> all = new ArrayList<>(List.of(VERSION, "Authorization: Bearer operator"));
        all.add("Content-Length: " + body.length());
        all.addAll(List.of(headers));
        return new RawClient(connector.getLocalPort(), false)
                .raw(RawClient.head(method, ROOT + path, all.toArray(String[]::new)) + body);
    }

    private RawClient.Answer plain(String method, String... headers) throws Exception {
        return new RawClient(connector.getLocalPort(), false).send(method, ROOT, headers);
    }

    @Test
    void tellsEverybodyWhatItCan() throws Exception {
        RawClient.Answer answer = plain("OPTIONS");
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Tus-Resumable")).isEqualTo("1.0.0");
        assertThat(answer.header("Tus-Version")).isEqualTo("1.0.0");
        assertThat(answer.header("Tus-Max-Size")).isEqualTo("1000");
        assertThat(answer.header("Tus-Checksum-Algorithm")).isEqualTo("sha1,sha256,md5");
        assertThat(answer.header("Tus-Extension"))
                .isEqualTo("creation,creation-with-upload,creation-defer-length,termination,expiration,checksum,"
                        + "concatenation");
    }

    @Test
    void doesNothingInAnotherVersion() throws Exception {
        for (String version : new String[] {"X: y", "Tus-Resumable: 0.2.2", "Tus-Resumable: 1.0.1"}) {
            RawClient.Answer answer = plain("POST", version, "Authorization: Bearer admin", "Upload-Length: 3");
            assertThat(answer.status()).as(version).isEqualTo(412);
            assertThat(answer.header("Tus-Version")).isEqualTo("1.0.0");
        }
        assertThat(uploads.size()).isZero();
    }

    @Test
    void isForAdministratorsAndOperators() throws Exception {
        assertThat(plain("POST", VERSION, "Upload-Length: 3").status()).isEqualTo(401);
        assertThat(plain("POST", VERSION, "Upload-Length: 3", "Authorization: Bearer stranger")
                        .status())
                .isEqualTo(401);
        RawClient.Answer refused = plain("POST", VERSION, "Upload-Length: 3", "Authorization: Bearer technician");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("Tus-Resumable")).isEqualTo("1.0.0");
        assertThat(refused.body()).contains("\"code\":403");
        assertThat(plain("POST", VERSION, "Upload-Length: 3", "Authorization: Bearer admin")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void createsAndTells() throws Exception {
        RawClient.Answer created =
                send("POST", "", "Upload-Length: 3", "Upload-Metadata: filename ZncuYmlu,purpose ZmlybXdhcmU=,empty");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo(ROOT + "/token0");
        assertThat(created.header("Upload-Expires")).isEqualTo("Sat, 31 Jan 2026 10:00:00 GMT");
        assertThat(created.header("Upload-Offset")).isNull();
        assertThat(uploads.announced("token0").fileName()).isEqualTo("fw.bin");
        assertThat(uploads.announced("token0").purpose()).hasValue("firmware");
        RawClient.Answer told = send("HEAD", "/token0");
        assertThat(told.status()).isEqualTo(200);
        assertThat(told.header("Upload-Offset")).isEqualTo("0");
        assertThat(told.header("Upload-Length")).isEqualTo("3");
        assertThat(told.header("Upload-Metadata")).isEqualTo("filename ZncuYmlu,purpose ZmlybXdhcmU=,empty");
        assertThat(told.header("Cache-Control")).isEqualTo("no-store");
        assertThat(told.header("Upload-Concat")).isNull();
    }

    @Test
    void theLengthMayComeLater() throws Exception {
        assertThat(send("POST", "", "Upload-Defer-Length: 1").status()).isEqualTo(201);
        assertThat(send("HEAD", "/token0").header("Upload-Defer-Length")).isEqualTo("1");
        assertThat(send("HEAD", "/token0").header("Upload-Length")).isNull();
        sendBody("PATCH", "/token0", "ab", PIECE, "Upload-Offset: 0", "Upload-Length: 2");
        assertThat(uploads.last().length()).isEqualTo(OptionalLong.of(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X: y | Upload-Length",
                "Upload-Length: -1 | Upload-Length",
                "Upload-Length: 3x | Upload-Length",
                "Upload-Length: 9999999999999999999 | Upload-Length",
                "Upload-Defer-Length: 0 | Upload-Defer-Length",
                "Upload-Length: 3; Upload-Defer-Length: 1 | Upload-Length",
                "Upload-Length: 3; Upload-Metadata: a b c | Upload-Metadata",
                "Upload-Length: 3; Upload-Metadata: a $ | Upload-Metadata",
                "Upload-Length: 3; Upload-Metadata: a YQ==,a YQ== | Upload-Metadata",
                "Upload-Length: 3; Upload-Metadata: a YQ==, | Upload-Metadata",
                "Upload-Length: 3; Upload-Metadata: a YQ= | Upload-Metadata",
                "Upload-Length: 3; Upload-Metadata: purpose Li4v | Upload-Metadata",
                "Upload-Length: 3; Upload-Concat: whole | Upload-Concat",
                "Upload-Length: 3; Upload-Concat: final /web/tus/upload/a | Upload-Length",
                "Upload-Concat: final/web/tus/upload/a | Upload-Concat",
            })
    void refusesWhatItCannotRead(String headers, String named) throws Exception {
        RawClient.Answer answer =
                send("POST", "", headers.replace("final /", "final;/").split("; "));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains(named);
        assertThat(uploads.size()).isZero();
    }

    @Test
    void takesPieces() throws Exception {
        send("POST", "", "Upload-Length: 3");
        RawClient.Answer answer = sendBody("PATCH", "/token0", "ab", PIECE, "Upload-Offset: 0");
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Upload-Offset")).isEqualTo("2");
        assertThat(answer.header("Upload-Expires")).isNotNull();
        assertThat(uploads.last().size()).hasValue(2);
        assertThat(uploads.content("token0")).isEqualTo("ab");
    }

    @Test
    void aClientWithoutPatchNamesTheMethod() throws Exception {
        send("POST", "", "Upload-Length: 3");
        assertThat(sendBody("POST", "/token0", "ab", PIECE, "Upload-Offset: 0", "X-HTTP-Method-Override: patch")
                        .status())
                .isEqualTo(204);
        assertThat(send("POST", "/token0", "X-HTTP-Method-Override: DELETE").status())
                .isEqualTo(204);
        assertThat(uploads.size()).isZero();
    }

    @Test
    void refusesOtherBodies() throws Exception {
        send("POST", "", "Upload-Length: 3");
        assertThat(sendBody("PATCH", "/token0", "ab", "Upload-Offset: 0").status())
                .isEqualTo(415);
        RawClient.Answer json =
                sendBody("PATCH", "/token0", "ab", "Upload-Offset: 0", "Content-Type: application/json");
        assertThat(json.status()).isEqualTo(415);
        assertThat(json.header("Connection")).isEqualTo("close");
        assertThat(sendBody("POST", "", "ab", "Upload-Length: 3").status()).isEqualTo(415);
        assertThat(sendBody("PATCH", "/token0", "ab", PIECE).status()).isEqualTo(400);
        assertThat(sendBody("PATCH", "/token0", "ab", PIECE, "Upload-Offset: x").status())
                .isEqualTo(400);
        assertThat(uploads.content("token0")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GET,''", "PUT,''", "HEAD,''", "PATCH,''", "DELETE,''", "POST,/token0", "GET,/token0"})
    void namesTheMethodsThatThereAre(String method, String path) throws Exception {
        RawClient.Answer answer = send(method, path);
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo(path.isEmpty() ? "OPTIONS, POST" : "OPTIONS, HEAD, PATCH, DELETE");
    }

    @Test
    void theFirstPieceMayComeAtOnce() throws Exception {
        RawClient.Answer created = sendBody("POST", "", "ab", PIECE, "Upload-Length: 3");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Upload-Offset")).isEqualTo("2");
        assertThat(uploads.content("token0")).isEqualTo("ab");
    }

    @Test
    void whenTheFirstPieceIsRefusedNothingIsCreated() throws Exception {
        assertThat(sendBody("POST", "", "abcd", PIECE, "Upload-Length: 3").status())
                .isEqualTo(413);
        uploads.refuse(new UploadRefused(Reason.CHECKSUM, "no"));
        assertThat(sendBody("POST", "", "ab", PIECE, "Upload-Length: 3").status())
                .isEqualTo(460);
        assertThat(uploads.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID,400",
        "NOT_FOUND,404",
        "EXPIRED,410",
        "WRONG_OFFSET,409",
        "JOINED,403",
        "LOCKED,423",
        "TOO_LARGE,413",
        "QUOTA,413",
        "TOO_MANY,429",
        "CHECKSUM,460",
        "NO_ROOM,507"
    })
    void everyReasonHasItsStatus(Reason reason, int status) throws Exception {
        send("POST", "", "Upload-Length: 3");
        uploads.refuse(new UploadRefused(reason, "because of this"));
        RawClient.Answer answer = sendBody("PATCH", "/token0", "ab", PIECE, "Upload-Offset: 0");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Upload-Offset")).isNull();
        assertThat(answer.header("Tus-Resumable")).isEqualTo("1.0.0");
        assertThat(answer.body()).contains("\"code\":" + status, "because of this");
    }

    @Test
    void takesChecksums() throws Exception {
        send("POST", "", "Upload-Length: 3");
        sendBody(
                "PATCH",
                "/token0",
                "abc",
                PIECE,
                "Upload-Offset: 0",
                "Upload-Checksum: sha1 qZk+NkcGgWq6PiVxeFDCbJzQ2J0=");
        assertThat(uploads.last().checksum()).hasValue(new Piece.Checksum("SHA-1", "qZk+NkcGgWq6PiVxeFDCbJzQ2J0="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"crc32 AAAA", "sha1", "sha1 !", "sha1 qZk=", "sha256 qZk+NkcGgWq6PiVxeFDCbJzQ2J0=", ""})
    void refusesOtherChecksums(String checksum) throws Exception {
        send("POST", "", "Upload-Length: 3");
        RawClient.Answer answer =
                sendBody("PATCH", "/token0", "abc", PIECE, "Upload-Offset: 0", "Upload-Checksum: " + checksum);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("Upload-Checksum");
        assertThat(uploads.content("token0")).isEmpty();
    }

    @Test
    void joinsPartsByTheirAddresses() throws Exception {
        send("POST", "", "Upload-Length: 3", "Upload-Concat: partial");
        assertThat(send("HEAD", "/token0").header("Upload-Concat")).isEqualTo("partial");
        String parts = "final;https://ems.example.org" + ROOT + "/token0 " + ROOT + "/token1";
        RawClient.Answer created = send("POST", "", "Upload-Concat: " + parts);
        assertThat(created.status()).isEqualTo(201);
        assertThat(uploads.joined()).containsExactly("token0", "token1");
        assertThat(send("HEAD", "/token1").header("Upload-Concat")).isEqualTo(parts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/elsewhere/token0", "token0", "", "https://a.b/web/tus/token0", "::"})
    void joinsNothingFromElsewhere(String url) throws Exception {
        RawClient.Answer answer = send("POST", "", "Upload-Concat: final;" + url);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(uploads.joined()).isNull();
    }
}
