// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.smartems.itests.Curl.Reply;

/** A router and a gateway, played by curl, from their first contact to the last of their work. */
@ExtendWith(SharedServer.class)
class DeviceIT {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Server server;
    private static DemoFleet fleet;

    @BeforeAll
    static void use(Server given) throws Exception {
        server = given;
        fleet = DemoFleet.in(server);
    }

    @Test
    void aRouterGetsFirmwareThenItsConfigs() throws Exception {
        Reply unknown = router("Serial=RFIT1&Firmware=V0.1&RSRP=-90");
        assertThat(unknown.status()).isEqualTo(200);
        assertThat(unknown.contentType()).isEqualTo("text/html; charset=UTF-8");
        assertThat(unknown.text()).contains("RFIT1").contains("not known");
        assertThat(router("Serial=RFIT1&Firmware=V0.1").text()).contains("disabled");

        fleet.enable("RFIT1", DemoFleet.ROUTERS);
        fleet.flag("RFIT1", "reinstallConfig1");
        Reply offer = router("Serial=RFIT1&Firmware=V0.1&RSRP=-90");
        assertThat(offer.contentType()).isEqualTo("configuration/firmwareupdate");
        String version = installed(offer.text());

        String report = "Serial=RFIT1&RSRP=-90&Firmware=V" + version;
        Reply startup = router(report);
        assertThat(startup.contentType()).isEqualTo("configuration/startup-config");
        assertThat(startup.text()).contains("hostname rfit1").endsWith("end\n");

        Reply running = router(report + "&config=" + encoded(startup.text()));
        assertThat(running.contentType()).isEqualTo("configuration/running-config");
        fleet.flag("RFIT1", "reinstallConfig1");
        assertThat(router(report + "&config=" + encoded(startup.text())).contentType())
                .isEqualTo("configuration/running-config");

        fleet.flag("RFIT1", "requestDiagnoseData");
        assertThat(router(report).contentType()).isEqualTo("diagnose/senddiagnose");
        curl().post(url("/router/tk800/config"), "dls/diagnosedata", report + "&config=cpu%3D7");
        assertLogged("fleet_config_log", 1);
        assertLogged("fleet_diagnose_log", 1);
        assertThat(fleet.shown("RFIT1")).contains(version);
    }

    /** Fetches what was offered in two parts, as a device whose line was cut; returns its version. */
    private static String installed(String offer) throws Exception {
        assertThat(offer).contains("\r\nBooloader=Ture\r\n").endsWith("\r\n");
        String url = group(offer, "URL=\"([^\"]+)\"");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Reply first = Curl.anonymous().send(url, "--range", "0-99");
        Reply rest = Curl.anonymous().send(url, "--range", "100-");
        assertThat(first.status()).isEqualTo(206);
        assertThat(first.body()).hasSize(100);
        file.writeBytes(first.body());
        file.writeBytes(rest.body());
        byte[] md5 = MessageDigest.getInstance("MD5").digest(file.toByteArray());
        assertThat(HexFormat.of().formatHex(md5)).isEqualTo(group(offer, "MD5=([0-9a-f]{32})"));
        assertThat(Curl.anonymous().send(url.replaceFirst("/df/.", "/df/A_")).status())
                .isEqualTo(404);
        return group(new String(file.toByteArray(), StandardCharsets.ISO_8859_1), "(\\d+\\.\\d+\\.\\d+\\.r\\d+)");
    }

    @Test
    void aGatewayCarriesOutCommandsAndFails() throws Exception {
        assertThat(gateway("{\"serialNumber\":\"EGIT1\",\"firmwareVersion\":\"v0.1\"}")
                        .get("error")
                        .asText())
                .isEqualTo("Edge gateway device 'EGIT1' is disabled.");
        fleet.enable("EGIT1", DemoFleet.GATEWAYS);

        JsonNode answer = gateway("{\"serialNumber\":\"EGIT1\",\"firmwareVersion\":\"v0.1\"}");
        for (int error = 1; error <= 3; error++) {
            assertThat(answer.get("commandName").asText()).isEqualTo("update_firmware");
            answer = report(answer, "v0.1", "\"commandStatus\":\"error\",\"commandStatusErrorCategory\":\"nospace\"");
        }
        assertThat(Curl.anonymous().send(answer.get("firmwareUrl").asText()).status())
                .isEqualTo(401);
        answer = report(answer, "v0.1", "\"commandStatus\":\"error\",\"commandStatusErrorPid\":812");
        assertThat(answer.has("commandName")).isFalse();
        assertThat(fleet.shown("EGIT1")).containsPattern("lastCommandCritical +\\| yes");

        fleet.flag("EGIT1", "reinstallConfig1");
        answer = gateway("{\"serialNumber\":\"EGIT1\",\"firmwareVersion\":\"v0.1\"}");
        assertThat(answer.get("commandName").asText()).isEqualTo("update_config");
        assertThat(answer.at("/config/system/hostname").asText()).isEqualTo("EGIT1");
        assertThat(answer.has("error")).isFalse();
        report(answer, "v0.1", "\"commandStatus\":\"success\"");
        assertThat(fleet.shown("EGIT1")).containsPattern("lastCommandCritical +\\| no");
    }

    @Test
    void whatCannotBeReadIsAnsweredAsDevicesKnowIt() throws Exception {
        assertThat(router("Serial=RFIT2").body()).isEmpty();
        assertThat(router("Serial=%zz&Firmware=V1").body()).isEmpty();
        assertThat(gateway("{\"serialNumber\":1}").get("error").asText()).startsWith("Invalid request\n");
        assertThat(gateway("[").get("error").asText()).startsWith("Invalid request");
        assertThat(curl().send(url("/router/tk800/nothing"), "--request", "POST")
                        .status())
                .isEqualTo(404);
        assertThat(curl().send(url("/router/tk800/config"), "--request", "DELETE")
                        .status())
                .isEqualTo(405);
        assertThat(curl().send(url("/router/tk800/config"), "--head").status()).isEqualTo(200);
        Curl wrong = Curl.digest(fleet.username(), "wrong");
        assertThat(wrong.post(url("/router/tk800/config"), FORM, "Serial=RFIT2&Firmware=V1")
                        .status())
                .isEqualTo(401);
        Await.until("the failed attempt is stored", () -> count("fleet_failed_login") == 1);
    }

    private static Curl curl() {
        return Curl.digest(fleet.username(), fleet.password());
    }

    private static String url(String path) {
        return "https://127.0.0.1:" + server.ports().https() + path;
    }

    private static Reply router(String form) throws IOException {
        return curl().post(url("/router/tk800/config"), FORM, form);
    }

    private static JsonNode gateway(String json) throws IOException {
        Reply reply = Curl.basic(fleet.username(), fleet.password())
                .post(url("/api/edgegateway/configuration"), "application/json", json);
        assertThat(reply.status()).isEqualTo(200);
        return JSON.readTree(reply.body());
    }

    private static JsonNode report(JsonNode command, String version, String result) throws IOException {
        return gateway("{\"serialNumber\":\"EGIT1\",\"firmwareVersion\":\"" + version + "\",\"commandName\":"
                + command.get("commandName") + ",\"commandTransactionId\":" + command.get("commandTransactionId") + ","
                + result + "}");
    }

    /** Stored, and not to be read in the database. */
    private static void assertLogged(String table, long rows) throws Exception {
        assertThat(count(table)).isEqualTo(rows);
        Database database = Database.embeddedIn(server);
        assertThat(database.value(
                        Long.class,
                        "select count(*) from " + table
                                + " where position(convert_to('hostname', 'UTF8') in content) > 0"))
                .isZero();
    }

    private static long count(String table) throws Exception {
        return Database.embeddedIn(server).value(Long.class, "select count(*) from " + table);
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String group(String text, String regex) {
        Matcher matcher = Pattern.compile(regex).matcher(text);
        assertThat(matcher.find()).as(regex + " in " + text).isTrue();
        return matcher.group(1);
    }
}
