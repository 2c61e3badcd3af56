// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.smartems.simulator.DeviceOptions.ReportedConfig;

class RouterTest {

    private static final String FIRMWARE = "configuration/firmwareupdate";
    private static final String STARTUP = "configuration/startup-config";

    private final Guard guard = Guard.digest("router", "s3cret \"quoted\"");
    private final ProtocolServer server = new ProtocolServer(guard);
    private final Endpoint endpoint = Endpoint.of(
            server.url("/router/tk800"), Credentials.digest("router", "s3cret \"quoted\""), Trust.insecure());
    private final SimulatedDevice router =
            new SimulatedDevice(DeviceProfile.of(Dialect.TK800, "RF4151632340111"), endpoint);

    @AfterEach
    void stop() {
        router.close();
        server.close();
    }

    @Test
    void opensWithAnUnauthenticatedPostAndAnswersTheChallenge() {
        CheckIn checkIn = router.checkIn();

        assertThat(checkIn.answer().kind()).isEqualTo(AnswerKind.NO_CHANGE);
        assertThat(checkIn.acknowledged()).isTrue();
        assertThat(checkIn.connections()).isEqualTo(1);
        List<Received> requests = server.received();
        assertThat(requests).extracting(Received::method).containsExactly("POST", "POST");
        assertThat(requests).extracting(Received::authenticated).containsExactly(false, true);
        assertThat(requests.get(1).header("authorization").orElseThrow()).contains("qop=auth, nc=00000001");
        assertThat(requests.get(0).target()).isEqualTo("/router/tk800/config");
    }

    @Test
    void reusesItsNonceAndCountsUp() {
        router.checkIn();
        router.checkIn();
        router.checkIn();

        assertThat(server.received()).extracting(Received::authenticated).containsExactly(false, true, true, true);
        assertThat(server.last().header("authorization").orElseThrow()).contains("nc=00000003");
    }

    @Test
    void takesANewNonceWhenItsOwnIsStale() {
        router.checkIn();
        guard.expireNonces();

        assertThat(router.checkIn().answer().kind()).isEqualTo(AnswerKind.NO_CHANGE);
        assertThat(server.received()).extracting(Received::authenticated).containsExactly(false, true, true, true);
        assertThat(server.last().header("authorization").orElseThrow()).contains("nc=00000001");
    }

    @Test
    void answersAChallengeInTheFormOfRfc2069() {
        Credentials old = new Credentials(Credentials.Scheme.DIGEST_RFC2069, "router", "s3cret \"quoted\"");
        try (SimulatedDevice device = new SimulatedDevice(
                router.profile(), Endpoint.of(server.url("/router/tk800"), old, Trust.insecure()))) {
            assertThat(device.checkIn().acknowledged()).isTrue();
        }
        assertThat(server.last().header("authorization").orElseThrow()).doesNotContain("nc=", "qop", "cnonce");
    }

    @Test
    void usesTheFormOfRfc2069WhereTheServerOffersNoQop() {
        guard.offerNoQop();

        assertThat(router.checkIn().acknowledged()).isTrue();
        assertThat(server.last().header("authorization").orElseThrow()).doesNotContain("nc=");
    }

    @Test
    void isRefusedWithAWrongPasswordAndAcceptedRightAfter() {
        router.checkIn();

        CheckIn refused = router.checkIn(Fault.WRONG_PASSWORD);

        assertThat(refused.answer().kind()).isEqualTo(AnswerKind.REFUSED);
        assertThat(refused.expected()).isTrue();
        assertThat(refused.acknowledged()).isFalse();
        assertThat(router.checkIn().acknowledged()).isTrue();
    }

    @Test
    void calledWithTheWrongCredentialsIsUnexpected() {
        Credentials wrong = Credentials.digest("router", "other");
        try (SimulatedDevice device = new SimulatedDevice(
                router.profile(), Endpoint.of(server.url("/router/tk800"), wrong, Trust.insecure()))) {
            assertThat(device.checkIn().expected()).isFalse();
        }
        assertThat(server.received()).hasSize(2);
    }

    @Test
    void reportsWhatItIs() {
        router.checkIn();

        Received request = server.last();
        assertThat(request.header("content-type")).contains("application/x-www-form-urlencoded");
        Map<String, String> form = request.form();
        assertThat(form)
                .containsEntry("Serial", "RF4151632340111")
                .containsEntry("Firmware", "V1.0.0.r10406")
                .containsEntry("Model", "TK815L-EX0")
                .containsEntry("OperatorCode", "26201")
                .containsKeys("CellID", "Band", "IPv6Prefix", "Cellular1_IP", "Cellular1_uptime", "Cellular2_IP")
                .doesNotContainKey("config");
        assertThat(form.get("IMSI")).matches("26201\\d{10}");
        assertThat(form.get("IMEI")).matches("\\d{15}");
        assertThat(Integer.parseInt(form.get("RSRP"))).isBetween(-113, -57);
        assertThat(form.get("RouterUptime")).matches("\\d+day,\\d+:\\d\\d:\\d\\d");
    }

    @Test
    void storesAStartupConfigRestartsAndReportsItBackByteForByte() {
        String config = "hostname ü & +%\n!\n  ip 1.2.3.4 \n\n";
        server.next(Reply.ok("configuration/Startup-config", config));

        CheckIn checkIn = router.checkIn();

        assertThat(checkIn.answer().kind()).isEqualTo(AnswerKind.CONFIG);
        assertThat(checkIn.work()).contains(new WorkResult(true, "startup config"));
        assertThat(checkIn.eager()).isTrue();
        assertThat(router.state().config()).contains(config);
        assertThat(router.checkIn().eager()).isFalse();
        assertThat(server.last().form()).containsEntry("config", config);
        assertThat(server.last().form().get("RouterUptime")).startsWith("0day,0:00:");
    }

    @Test
    void keepsARunningConfigApartFromTheStartupConfig() {
        server.next(Reply.ok(STARTUP, "startup"), Reply.ok("configuration/running-config; charset=utf-8", "running"));

        router.checkIn();
        CheckIn checkIn = router.checkIn();

        assertThat(checkIn.answer().kind()).isEqualTo(AnswerKind.RUNNING_CONFIG);
        assertThat(checkIn.eager()).isFalse();
        assertThat(router.state().config()).contains("startup");
        assertThat(router.state().runningConfig()).contains("running");
    }

    @Test
    void reportsTheRunningConfigWhenToldTo() {
        DeviceOptions options = DeviceOptions.defaults().withReportedConfig(ReportedConfig.RUNNING);
        server.next(Reply.ok(STARTUP, "startup"), Reply.ok("configuration/running-config", "running"));
        try (SimulatedDevice device = new SimulatedDevice(router.profile(), endpoint, options)) {
            device.checkIn();
            device.checkIn();
            device.checkIn();
        }
        assertThat(server.last().form()).containsEntry("config", "running");
    }

    @Test
    void installsAFirmwareInTwoPartsWithoutCredentialsAndReportsItsVersion() {
        byte[] image = FirmwareImage.of("V2.0.0.r1", 100_000);
        String url = server.file("/df/token/fw.bin", image).toString();
        server.next(Reply.ok(FIRMWARE, firmware(url, Md5.of(image))));

        CheckIn checkIn = router.checkIn();

        assertThat(checkIn.work()).contains(new WorkResult(true, "V2.0.0.r1"));
        assertThat(checkIn.eager()).isTrue();
        List<Received> downloads = server.received().stream()
                .filter(request -> request.target().startsWith("/df/"))
                .toList();
        assertThat(downloads).extracting(Received::method).containsExactly("HEAD", "GET", "GET");
        assertThat(downloads).noneMatch(Received::authenticated);
        assertThat(downloads.get(1).header("range")).contains("bytes=0-49999");
        assertThat(downloads.get(2).header("range")).contains("bytes=50000-");
        router.checkIn();
        assertThat(server.last().form()).containsEntry("Firmware", "V2.0.0.r1");
    }

    @Test
    void doesNotInstallAFirmwareWithAnotherMd5() {
        String url =
                server.file("/df/token/fw.bin", FirmwareImage.of("V2", 1000)).toString();
        server.next(Reply.ok(FIRMWARE, firmware(url, "0".repeat(32))));

        CheckIn checkIn = router.checkIn();

        assertThat(checkIn.work().orElseThrow().done()).isFalse();
        assertThat(checkIn.work().orElseThrow().detail()).contains("MD5");
        assertThat(checkIn.expected()).isFalse();
        assertThat(router.state().firmwareVersion()).isEqualTo("V1.0.0.r10406");
    }

    @Test
    void refusesAFirmwareThatBreaksTheFormat() {
        String md5 = "0".repeat(32);
        server.next(
                Reply.ok(FIRMWARE, "URL=\"https://h/f\"\nBooloader=Ture\nMD5=" + md5 + "\n"),
                Reply.ok(FIRMWARE, "URL=\"https://h/f\"\r\nBooloader=Ture\r\nMD5=" + md5),
                Reply.ok(FIRMWARE, "URL=https://h/f\r\nBooloader=Ture\r\nMD5=" + md5 + "\r\n"),
                Reply.ok(FIRMWARE, "URL=\"https://h/f\"\r\nBootloader=True\r\nMD5=" + md5 + "\r\n"),
                Reply.ok(FIRMWARE, "URL=\"https://h/f\"\r\nBooloader=Ture\r\nMD5=12\r\n"));

        for (int i = 0; i < 5; i++) {
            assertThat(router.checkIn().answer().kind()).isEqualTo(AnswerKind.MALFORMED);
        }
    }

    @Test
    void sendsDiagnoseDataRightAfterItWasAskedTo() {
        server.next(Reply.ok("diagnose/senddiagnose", ""));

        CheckIn asked = router.checkIn();
        CheckIn sent = router.checkIn();

        assertThat(asked.answer().kind()).isEqualTo(AnswerKind.DIAGNOSE);
        assertThat(asked.eager()).isTrue();
        assertThat(asked.reported()).isEqualTo(Reported.NOTHING);
        assertThat(sent.reported()).isEqualTo(new Reported("", false, true));
        assertThat(server.last().header("content-type")).contains("dls/diagnosedata");
        assertThat(server.last().form().get("config")).contains("diagnose data of RF4151632340111");
        assertThat(sent.eager()).isFalse();
        router.checkIn();
        assertThat(server.last().header("content-type")).contains("application/x-www-form-urlencoded");
    }

    @Test
    void sendsDiagnoseDataAgainWhenTheServerDidNotGetIt() {
        server.next(Reply.ok("diagnose/senddiagnose", ""), Reply.of(503, "", "").with("Retry-After", "7"));
        router.checkIn();

        CheckIn failed = router.checkIn();

        assertThat(failed.answer().kind()).isEqualTo(AnswerKind.UNAVAILABLE);
        assertThat(failed.answer().retryAfter()).hasSeconds(7);
        assertThat(failed.eager()).isTrue();
        router.checkIn();
        assertThat(server.last().header("content-type")).contains("dls/diagnosedata");
    }

    @Test
    void tellsTheTextsApart() {
        server.next(
                Reply.ok(
                        "text/html; charset=UTF-8",
                        "Router with serial number 'X' is not known. It was created, and is disabled."),
                Reply.ok("text/html; charset=UTF-8", "Router X is disabled: it has no template"),
                Reply.ok("text/plain", "Under maintenance"),
                Reply.ok("text/plain", "The device type is misconfigured"),
                Reply.nothing(),
                Reply.ok("configuration/NoChange", ""));

        assertThat(List.of(kind(), kind(), kind(), kind(), kind(), kind()))
                .containsExactly(
                        AnswerKind.UNKNOWN_DEVICE,
                        AnswerKind.DISABLED,
                        AnswerKind.MAINTENANCE,
                        AnswerKind.MESSAGE,
                        AnswerKind.NO_CHANGE,
                        AnswerKind.NO_CHANGE);
    }

    @Test
    void takesNothingForGrantedThatIsNotForIt() {
        server.next(
                Reply.ok("configuration/devicesupervisorconfig", "{}"),
                Reply.ok("configuration/devicesupervisorconfig", ""),
                Reply.ok("application/json", "{}"),
                Reply.ok(STARTUP, ""),
                Reply.of(413, "", ""));

        assertThat(List.of(kind(), kind(), kind(), kind(), kind()))
                .containsExactly(
                        AnswerKind.MALFORMED,
                        AnswerKind.MALFORMED,
                        AnswerKind.MALFORMED,
                        AnswerKind.MALFORMED,
                        AnswerKind.STATUS);
    }

    @Test
    void ignoresWorkWhenItIsToldTo() {
        server.next(Reply.ok(STARTUP, "startup"));

        CheckIn checkIn = router.checkIn(Fault.NO_REPORT);

        assertThat(checkIn.work()).contains(new WorkResult(false, "noReport"));
        assertThat(checkIn.expected()).isTrue();
        assertThat(router.state().config()).isEmpty();
    }

    private AnswerKind kind() {
        return router.checkIn().answer().kind();
    }

    private static String firmware(String url, String md5) {
        return "URL=\"" + url + "\"\r\nBooloader=Ture\r\nMD5=" + md5 + "\r\n";
    }
}
