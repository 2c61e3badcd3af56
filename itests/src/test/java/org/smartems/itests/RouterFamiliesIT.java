// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smartems.itests.Curl.Reply;

/** Routers of the families beside TK800, played by curl. */
@ExtendWith(SharedServer.class)
class RouterFamiliesIT {

    private static final String FORM = "application/x-www-form-urlencoded";

    private static Server server;
    private static DemoFleet fleet;
    private static Curl others;

    @BeforeAll
    static void start(Server shared) throws Exception {
        server = shared;
        fleet = DemoFleet.in(server);
        String made = server.shell(
                        "smartems:device-credential-create --type TK100 --type TK500v2 --type TK500v3 others")
                .requireSuccess()
                .output();
        others = Curl.digest("others", group(made, "shown this once\\): (\\S+)"));
    }

    @ParameterizedTest
    @CsvSource({"TK100, tk100", "TK500v2, tk500-v2", "TK500v3, tk500-v3"})
    void aRouterIsMadeAndToldSo(String type, String prefix) throws Exception {
        String serial = "RF" + type;
        Reply unknown = call(others, "/router/" + prefix + "/config", "Serial=" + serial + "&Firmware=V1");
        assertThat(unknown.contentType()).isEqualTo("text/html; charset=UTF-8");
        assertThat(unknown.text()).contains(serial, "not known", "created");
        server.shell("smartems:device-enable " + serial).requireSuccess();
        Reply nothing = call(others, "/router/" + prefix + "/config", "Serial=" + serial + "&Firmware=V1");
        assertThat(nothing.contentType()).isEqualTo("configuration/nochange");
        assertThat(nothing.body()).isEmpty();
        assertThat(call(others, "/router/tk500/config", "Serial=" + serial + "&Firmware=V1")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aTk500GetsFirmwareAndItsOnlyConfig() throws Exception {
        assertThat(tk500("Serial=RF5&Firmware=V0.1").text()).contains("RF5", "not known");
        fleet.enable("RF5", "Demo routers TK500");
        fleet.flag("RF5", "reinstallConfig1");
        Reply offer = tk500("Serial=RF5&Firmware=V0.1&RSRP=-90");
        assertThat(offer.contentType()).isEqualTo("configuration/firmwareupdate");
        assertThat(offer.text()).contains("\r\nBooloader=Ture\r\n");
        String report = "Serial=RF5&RSRP=-90&Firmware=V" + installed(offer);
        Reply startup = tk500(report);
        assertThat(startup.contentType()).isEqualTo("configuration/startup-config");
        assertThat(startup.text()).contains("hostname rf5");
        Reply nothing = tk500(report + "&config=" + encoded(startup.text()));
        assertThat(nothing.status()).isEqualTo(200);
        assertThat(nothing.contentType()).isEqualTo("configuration/nochange");
        assertThat(nothing.body()).isEmpty();
        fleet.flag("RF5", "requestDiagnoseData");
        assertThat(tk500(report).contentType()).isEqualTo("diagnose/senddiagnose");
        assertThat(tk500("Serial=RF5").body()).isEmpty();
    }

    @Test
    void aTk600AndItsSupervisorGetWorkOfTheirOwn() throws Exception {
        String supervisor = "Serial=RF6&IMSI=262011701734216&agentVersion=0.1&pySdkPackageVersion=0.1";
        assertThat(supervisor(supervisor).text()).contains("RF6", "not known").doesNotContain("created");
        assertThat(tk600("Serial=RF6&Firmware=V0.1").text()).contains("created");
        assertThat(supervisor(supervisor).text()).contains("disabled");
        fleet.enable("RF6", "Demo routers TK600");
        fleet.flag("RF6", "reinstallConfig1");

        Reply agent = supervisor(supervisor);
        assertThat(agent.contentType()).isEqualTo("configuration/devicesupervisoragentpackage");
        assertThat(agent.text())
                .startsWith("URL=\"https://")
                .doesNotContain("Booloader")
                .endsWith("\r\n");
        supervisor = supervisor.replace("agentVersion=0.1", "agentVersion=" + installed(agent));
        Reply sdk = supervisor(supervisor);
        assertThat(sdk.contentType()).isEqualTo("configuration/devicesupervisorpysdkpackage");
        supervisor = supervisor.replace("pySdkPackageVersion=0.1", "pySdkPackageVersion=" + installed(sdk));
        Reply config = supervisor(supervisor);
        assertThat(config.contentType()).isEqualTo("configuration/devicesupervisorconfig");
        assertThat(config.text()).contains("\"device\": \"RF6\"");
        Reply nothing = supervisor(supervisor + "&config=" + encoded(config.text()));
        assertThat(nothing.contentType()).isEqualTo("configuration/nochange");

        Reply firmware = tk600("Serial=RF6&Firmware=V0.1");
        assertThat(firmware.contentType()).isEqualTo("configuration/firmwareupdate");
        String report = "Serial=RF6&Firmware=V" + installed(firmware);
        assertThat(tk600(report).contentType()).isEqualTo("configuration/startup-config");
        assertThat(tk600(report).contentType()).isEqualTo("configuration/running-config");
        assertThat(supervisor("Serial=RF6&agentVersion=1").body()).isEmpty();
    }

    /** The version is in the first line of the file. */
    private static String installed(Reply offer) throws IOException {
        Reply file = Curl.anonymous().send(group(offer.text(), "URL=\"([^\"]+)\""));
        assertThat(file.status()).isEqualTo(200);
        return group(new String(file.body(), StandardCharsets.ISO_8859_1), "version=(\\S+)");
    }

    private static Reply tk500(String form) throws IOException {
        return call(demo(), "/router/tk500/config", form);
    }

    private static Reply tk600(String form) throws IOException {
        return call(demo(), "/router/tk600/config", form);
    }

    private static Reply supervisor(String form) throws IOException {
        return call(demo(), "/router/tk600/device-supervisor-config", form);
    }

    private static Curl demo() {
        return Curl.digest(fleet.username(), fleet.password());
    }

    private static Reply call(Curl curl, String path, String form) throws IOException {
        return curl.post("https://127.0.0.1:" + server.ports().https() + path, FORM, form);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String group(String text, String regex) {
        Matcher matcher = Pattern.compile(regex).matcher(text);
        assertThat(matcher.find()).as(regex + " in " + text).isTrue();
        return matcher.group(1);
    }
}
