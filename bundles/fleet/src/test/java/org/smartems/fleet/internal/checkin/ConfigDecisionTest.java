// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smartems.fleet.internal.checkin.DecisionCase.SERIAL;
import static org.smartems.fleet.internal.checkin.DecisionCase.ids;
import static org.smartems.fleet.internal.checkin.DecisionCase.line;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.DeviceReport;
import org.smartems.spi.procedure.LogLevel;
import org.smartems.spi.procedure.Outcome;
import org.smartems.spi.procedure.Work;
import org.smartems.spi.procedure.WorkKind;

class ConfigDecisionTest {

    @Test
    void sendsTheFirstConfigWhenItIsRequested() {
        DecisionCase router = DecisionCase.router()
                .config(1, "hostname {{ serialNumber }}\n")
                .config(2, "running")
                .set(WorkFlag.REINSTALL_CONFIG1);
        Work first = router.decide(SERIAL).result().work().orElseThrow();
        assertThat(first.kind()).isEqualTo(WorkKind.CONFIG);
        assertThat(first.slot()).isOne();
        assertThat(first.config()).isEqualTo("hostname S1\n");
        assertThat(first.isJson()).isFalse();

        Work second = router.decide(SERIAL).result().work().orElseThrow();
        assertThat(second.slot()).isEqualTo(2);
    }

    @Test
    void sendsAConfigThatIsAlwaysSentWithEachContact() {
        DecisionCase router = DecisionCase.router().config(2, "running");
        for (int contact = 0; contact < 3; contact++) {
            Decision decision = router.decide(SERIAL);
            assertThat(decision.result().work().orElseThrow().slot()).isEqualTo(2);
            assertThat(decision.handedOut()).isEmpty();
        }
    }

    @Test
    void logsWhatHappenedInOrder() {
        DecisionCase router = DecisionCase.router().config(1, "text").set(WorkFlag.REINSTALL_CONFIG1);
        assertThat(ids(router.decide(SERIAL)))
                .containsExactly(
                        "deviceFound",
                        "noConfigSent",
                        "deviceFirmware1NoFirmware",
                        "configDeviceConfigGenerated",
                        "deviceReinstallingConfig1");
        assertThat(ids(router.decide(SERIAL)))
                .containsExactly(
                        "deviceFound",
                        "noConfigSent",
                        "deviceFirmware1NoFirmware",
                        "deviceReinstallingConfig1NoNeed",
                        "deviceInstallConfig2NoConfig",
                        "deviceNoChange");
    }

    @Test
    void doesNotSendTheConfigThatTheDeviceHas() {
        DecisionCase router = DecisionCase.router().config(1, "same").set(WorkFlag.REINSTALL_CONFIG1);
        Decision decision = router.decide(SERIAL.withConfig(1, "same"));
        assertThat(decision.result().outcome()).isEqualTo(Outcome.NOTHING);
        assertThat(decision.state().flags().isSet(WorkFlag.REINSTALL_CONFIG1)).isFalse();
        assertThat(ids(decision)).contains("deviceConfigSameAsReceived", "deviceNoConfigWillBeSentSameAsReceived");
    }

    @Test
    void sendsAConfigOnceMoreThatTheDeviceHasNotTaken() {
        DecisionCase router = DecisionCase.router().config(1, "new").set(WorkFlag.REINSTALL_CONFIG1);
        DeviceReport old = SERIAL.withConfig(1, "old");
        assertThat(router.decide(old).result().work()).isPresent();

        Decision again = router.decide(old);
        assertThat(again.result().work().orElseThrow().config()).isEqualTo("new");
        assertThat(again.handedOut()).as("followed like the first one").isPresent();
        assertThat(line(again, "deviceConfigNotTaken").level()).isEqualTo(LogLevel.WARNING);

        Decision end = router.decide(old);
        assertThat(end.result().work()).isEmpty();
        assertThat(line(end, "deviceConfigNotTakenAgain").level()).isEqualTo(LogLevel.ERROR);
        assertThat(ids(router.decide(old))).doesNotContain("deviceConfigNotTaken", "deviceConfigNotTakenAgain");

        router.set(WorkFlag.REINSTALL_CONFIG1);
        assertThat(router.decide(old).result().work()).isPresent();
        assertThat(router.decide(old).result().work())
                .as("a new request begins anew")
                .isPresent();
    }

    @Test
    void anyOtherConfigProvesThatTheDeviceHasTakenIt() {
        DecisionCase router = DecisionCase.router().config(1, "new").set(WorkFlag.REINSTALL_CONFIG1);
        router.decide(SERIAL.withConfig(1, "old"));
        Decision next = router.decide(SERIAL.withConfig(1, "new, in the words of the device"));
        assertThat(next.result().work()).isEmpty();
        assertThat(next.state().configLog().get(1).sent()).isZero();
    }

    @Test
    void aContactWithoutAConfigProvesNothing() {
        DecisionCase router = DecisionCase.router().config(1, "new").set(WorkFlag.REINSTALL_CONFIG1);
        router.decide(SERIAL.withConfig(1, "old"));
        assertThat(router.decide(SERIAL).result().work()).isEmpty();
        assertThat(router.decide(SERIAL.withConfig(1, "old")).result().work()).isPresent();

        DecisionCase silent = DecisionCase.router().config(1, "new").set(WorkFlag.REINSTALL_CONFIG1);
        silent.decide(SERIAL);
        assertThat(silent.decide(SERIAL.withConfig(1, "old")).result().work()).isEmpty();
    }

    @Test
    void theStateKeepsHowOftenAConfigWasSent() {
        Map<Integer, ConfigMark> marks =
                Map.of(1, new ConfigMark(7, DecisionCase.NOW, "a", 1), 2, new ConfigMark(8, DecisionCase.NOW, "b"));
        assertThat(StateJson.configLog(StateJson.write(marks))).isEqualTo(marks);
        assertThat(StateJson.write(Map.of(2, marks.get(2)))).doesNotContain("sent");
    }

    @Test
    void doesNotSendTheRunningConfigThatTheDeviceHas() {
        DecisionCase router = DecisionCase.router().config(2, "running");
        for (int contact = 0; contact < 3; contact++) {
            Decision decision = router.decide(SERIAL.withConfig(1, "running"));
            assertThat(decision.result().work()).isEmpty();
            assertThat(ids(decision)).contains("deviceConfigSameAsReceived");
        }
        assertThat(router.decide(SERIAL.withConfig(1, "another")).result().work())
                .isPresent();
    }

    @Test
    void sendsAConfigThatDiffersByItsLastNewline() {
        DecisionCase router = DecisionCase.router().config(1, "same\n").set(WorkFlag.REINSTALL_CONFIG1);
        assertThat(router.decide(SERIAL.withConfig(1, "same")).result().work()).isPresent();
    }

    @Test
    void keepsTheRequestUntilTheConfigCanBeRendered() {
        DecisionCase router = DecisionCase.router().config(1, "{{ missing }}").set(WorkFlag.REINSTALL_CONFIG1);
        for (int contact = 0; contact < 2; contact++) {
            Decision decision = router.decide(SERIAL);
            assertThat(decision.result().work()).isEmpty();
            assertThat(decision.state().flags().isSet(WorkFlag.REINSTALL_CONFIG1))
                    .isTrue();
            assertThat(line(decision, "configDeviceSystemError").parameters())
                    .containsEntry("reason", "Line 1: Variable \"missing\" does not exist");
            assertThat(line(decision, "deviceConfigGenerationFailed").level()).isEqualTo(LogLevel.ERROR);
            assertThat(ids(decision)).contains("deviceNoConfigWillBeSent");
        }
        router.config(1, "repaired");
        assertThat(router.decide(SERIAL).result().work()).isPresent();
    }

    @Test
    void sendsTheOtherConfigWhenOneCannotBeRendered() {
        DecisionCase router = DecisionCase.router()
                .config(1, "{{ missing }}")
                .config(2, "running")
                .set(WorkFlag.REINSTALL_CONFIG1);
        assertThat(router.decide(SERIAL).result().work().orElseThrow().slot()).isEqualTo(2);
    }

    @Test
    void sendsNoEmptyConfig() {
        DecisionCase router = DecisionCase.router().config(1, "{{ imei }}").set(WorkFlag.REINSTALL_CONFIG1);
        Decision decision = router.decide(SERIAL);
        assertThat(decision.result().work()).isEmpty();
        assertThat(ids(decision)).contains("configDeviceInvalidEmpty");
        assertThat(decision.state().flags().isSet(WorkFlag.REINSTALL_CONFIG1)).isTrue();
    }

    @Test
    void tellsAConfigOfJsonThatIsNone() {
        DecisionCase gateway = DecisionCase.gateway().config(1, "{").set(WorkFlag.REINSTALL_CONFIG1);
        Decision decision = gateway.decide(SERIAL);
        assertThat(decision.result().work()).isEmpty();
        assertThat(ids(decision)).contains("configDeviceInvalidJson", "deviceConfigGenerationFailed");
    }

    @Test
    void escapesVariablesInJson() {
        DecisionCase gateway =
                DecisionCase.gateway().config(1, "{\"a\":\"{{ quoted }}\"}").set(WorkFlag.REINSTALL_CONFIG1);
        gateway.variables = "[{\"id\":1,\"name\":\"quoted\",\"value\":\"a\\\"b\"}]";
        Work work = gateway.decide(SERIAL).result().work().orElseThrow();
        assertThat(work.isJson()).isTrue();
        assertThat(work.config()).isEqualTo("{\"a\":\"a\\\"b\"}");
    }

    @Test
    void rendersWithTheFactsOfThisContact() {
        DecisionCase router =
                DecisionCase.router().config(1, "{{ imei }} {{ SourceIP }}").set(WorkFlag.REINSTALL_CONFIG1);
        Work work = router.decide(SERIAL.with(DeviceField.IMEI, "356"))
                .result()
                .work()
                .orElseThrow();
        assertThat(work.config()).isEqualTo("356 192.0.2.9");
    }

    @ParameterizedTest
    @CsvSource({"-116, true", "-117, false", ", true"})
    void holdsAConfigBackBelowTheSignal(String reported, boolean sent) {
        DecisionCase router = DecisionCase.router().config(1, "text").set(WorkFlag.REINSTALL_CONFIG1);
        router.type.firmwareMinRsrp = OptionalInt.of(-200);
        router.type.configMinRsrp = OptionalInt.of(-116);
        Decision decision = router.decide(reported == null ? SERIAL : SERIAL.with(DeviceField.RSRP, reported));
        assertThat(decision.result().work().isPresent()).isEqualTo(sent);
        assertThat(ids(decision).contains("deviceRsrpInvalidConfig1")).isEqualTo(!sent);
        assertThat(decision.state().flags().isSet(WorkFlag.REINSTALL_CONFIG1)).isEqualTo(!sent);
    }

    @Test
    void logsAReportedConfigOnceAndThenMovesItsDate() {
        DecisionCase router = DecisionCase.router();
        Decision first = router.decide(SERIAL.withConfig(1, "text"));
        assertThat(ids(first)).contains("configDifferentThanPreviousOne");
        assertThat(first.configs()).singleElement().satisfies(config -> {
            assertThat(config.isNew()).isTrue();
            assertThat(config.mark().md5()).isEqualTo("1cb251ec0d568de6a929b520c4aed8d1");
            assertThat(first.lines().get(config.line()).messageId()).isEqualTo("configDifferentThanPreviousOne");
        });

        router.now = router.now.plus(Duration.ofDays(6));
        Decision second = router.decide(SERIAL.withConfig(1, "text"));
        assertThat(ids(second)).contains("configSameAsPreviousOne");
        assertThat(second.configs()).singleElement().satisfies(config -> {
            assertThat(config.isNew()).isFalse();
            assertThat(config.mark()).isEqualTo(first.configs().get(0).mark());
        });
        assertThat(router.decide(SERIAL.withConfig(1, "other")).configs())
                .singleElement()
                .matches(ReceivedConfig::isNew);
    }

    @Test
    void logsAnUnchangedConfigAnewBeforeItsEntryEnds() {
        DecisionCase router = DecisionCase.router();
        router.decide(SERIAL.withConfig(1, "text"));
        router.now = router.now.plus(Duration.ofDays(6)).plusSeconds(1);
        assertThat(router.decide(SERIAL.withConfig(1, "text")).configs())
                .singleElement()
                .matches(ReceivedConfig::isNew);
    }

    @Test
    void logsTheConfigOfADisabledDeviceToo() {
        DecisionCase router = DecisionCase.router().config(1, "text").set(WorkFlag.REINSTALL_CONFIG1);
        router.enabled = false;
        Decision decision = router.decide(SERIAL.withConfig(1, "reported"));
        assertThat(decision.configs()).hasSize(1);
        assertThat(decision.result().work()).isEmpty();
        assertThat(decision.state().flags().isSet(WorkFlag.REINSTALL_CONFIG1)).isTrue();
    }

    @Test
    void keepsDiagnoseData() {
        Decision decision = DecisionCase.router().decide(SERIAL.withDiagnoseData("log log"));
        assertThat(decision.diagnose())
                .hasValueSatisfying(data -> assertThat(data.content()).isEqualTo("log log"));
        assertThat(ids(decision)).contains("diagnoseDataSent").doesNotContain("noConfigSent");
        assertThat(ids(DecisionCase.router().decide(SERIAL.withDiagnoseData(""))))
                .contains("noDiagnoseDataSent");
    }

    @Test
    void tellsWhichConfigsTheTemplateHas() {
        Result result = DecisionCase.router().config(2, "x").decide(SERIAL).result();
        assertThat(result.hasTemplate()).isTrue();
        assertThat(List.of(1, 2, 3).stream().filter(result::hasConfig)).containsExactly(2);
    }
}
