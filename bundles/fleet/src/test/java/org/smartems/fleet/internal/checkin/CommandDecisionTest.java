// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smartems.fleet.internal.checkin.DecisionCase.NOW;
import static org.smartems.fleet.internal.checkin.DecisionCase.SERIAL;
import static org.smartems.fleet.internal.checkin.DecisionCase.command;
import static org.smartems.fleet.internal.checkin.DecisionCase.ids;
import static org.smartems.fleet.internal.checkin.DecisionCase.line;
import static org.smartems.fleet.internal.checkin.DecisionCase.reported;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.internal.command.CommandChange;
import org.smartems.fleet.internal.command.OpenCommand;
import org.smartems.spi.procedure.CommandStatus;
import org.smartems.spi.procedure.DeviceReport;
import org.smartems.spi.procedure.LogLevel;
import org.smartems.spi.procedure.Work;
import org.smartems.spi.procedure.WorkKind;

class CommandDecisionTest {

    private static final DeviceReport OLD = SERIAL.withFirmwareVersion(1, "v1.9.0");
    private static final OpenCommand FIRMWARE = command("update_firmware", "t1", "FIRMWARE", 1);

    @Test
    void opensACommandWithATransactionOfItsOwn() {
        Decision decision = DecisionCase.gateway().firmware("1.9.0").decide(OLD);
        Work work = decision.result().work().orElseThrow();
        assertThat(work.kind()).isEqualTo(WorkKind.FIRMWARE); // the texts differ: gateways do not strip the v
        assertThat(work.command()).hasValueSatisfying(offer -> {
            assertThat(offer.name()).isEqualTo("update_firmware");
            assertThat(offer.transactionId()).startsWith("transaction-");
        });
        assertThat(decision.state().commands()).singleElement().satisfies(open -> {
            assertThat(open.transactionId()).isEqualTo(work.command().get().transactionId());
            assertThat(open.createdAt()).isEqualTo(NOW);
            assertThat(open.expireAt()).isEqualTo(NOW.plus(Duration.ofHours(4)));
        });
        assertThat(decision.commands()).singleElement().matches(CommandChange::isNew);
    }

    @Test
    void handsOutOneCommandAtATimeFirmwareFirst() {
        DecisionCase gateway = DecisionCase.gateway()
                .firmware("2")
                .config(1, "{}")
                .set(WorkFlag.REINSTALL_FIRMWARE1)
                .set(WorkFlag.REINSTALL_CONFIG1)
                .set(WorkFlag.REQUEST_CONFIG_DATA);
        List<String> names = new ArrayList<>();
        for (int contact = 0; contact < 3; contact++) {
            Work work = gateway.decide(SERIAL).result().work().orElseThrow();
            names.add(work.command().orElseThrow().name());
        }
        assertThat(names).containsExactly("update_firmware", "update_config", "get_config");
        assertThat(gateway.decide(SERIAL).result().work()).isEmpty();
    }

    @Test
    void aPollWithoutAReportChangesNoCommand() {
        DecisionCase gateway = DecisionCase.gateway().open(FIRMWARE).retries(2, false);
        Decision decision = gateway.decide(SERIAL);
        assertThat(decision.commands()).isEmpty();
        assertThat(decision.state().commands()).containsExactly(FIRMWARE);
        assertThat(decision.state().commandRetryCount()).isEqualTo(2);
    }

    @Test
    void aPollDuringADownloadGetsASecondCommand() {
        DecisionCase gateway = DecisionCase.gateway().firmware("2.0").open(FIRMWARE);
        assertThat(gateway.decide(OLD).state().commands()).hasSize(2).contains(FIRMWARE);
    }

    @Test
    void successClosesTheCommandAndResetsTheCount() {
        DecisionCase gateway = DecisionCase.gateway().open(FIRMWARE).retries(3, true);
        Decision decision = gateway.decide(reported("update_firmware", "t1", CommandStatus.SUCCESS));
        assertThat(decision.state().commands()).isEmpty();
        assertThat(decision.state().commandRetryCount()).isZero();
        assertThat(decision.state().lastCommandCritical()).isFalse();
        assertThat(decision.commands()).singleElement().satisfies(change -> {
            assertThat(change.command()).isEqualTo(FIRMWARE);
            assertThat(change.status()).isEqualTo("success");
        });
        assertThat(line(decision, "deviceCommandUpdateSuccess").level()).isEqualTo(LogLevel.INFO);
    }

    @Test
    void sendsAgainThreeTimesAndThenGivesUp() {
        DecisionCase gateway = DecisionCase.gateway().config(1, "{}").set(WorkFlag.REINSTALL_CONFIG1);
        Work work = gateway.decide(SERIAL).result().work().orElseThrow();
        for (int error = 1; error <= 3; error++) {
            Decision decision = gateway.decide(error(work));
            assertThat(decision.state().commandRetryCount()).isEqualTo(error);
            assertThat(line(decision, "edgeGateway.processCommandNameUpdateConfig.commandErrorRetry")
                            .parameters())
                    .isEqualTo(Map.of("commandRetryCount", error));
            Work again = decision.result().work().orElseThrow();
            assertThat(again.command().orElseThrow().transactionId())
                    .isNotEqualTo(work.command().orElseThrow().transactionId());
            work = again;
        }
        Decision end = gateway.decide(error(work));
        assertThat(line(end, "edgeGateway.processCommandNameUpdateConfig.commandErrorRetriesExceeded")
                        .level())
                .isEqualTo(LogLevel.CRITICAL);
        assertThat(end.result().work()).isEmpty();
        assertThat(end.state().commandRetryCount()).isZero();
        assertThat(end.state().lastCommandCritical()).isTrue();
        assertThat(end.commands()).singleElement().satisfies(change -> {
            assertThat(change.status()).isEqualTo("error");
            assertThat(change.report().orElseThrow().errorPid()).isEqualTo("812");
        });
    }

    @Test
    void theFirstErrorIsTheEndWithoutRetries() {
        DecisionCase gateway = DecisionCase.gateway().firmware("2.0").open(FIRMWARE);
        gateway.type.maxRetries = 0;
        Decision decision = gateway.decide(
                reported("update_firmware", "t1", CommandStatus.ERROR).withFirmwareVersion(1, "1.0"));
        assertThat(decision.state().lastCommandCritical()).isTrue();
        assertThat(decision.result().work()).isEmpty();
    }

    @Test
    void criticalClearsEveryRequestAndWithholdsFirmware() {
        DecisionCase gateway = DecisionCase.gateway()
                .firmware("2.0")
                .config(1, "{}")
                .open(FIRMWARE)
                .retries(2, false)
                .set(WorkFlag.REINSTALL_FIRMWARE1)
                .set(WorkFlag.REINSTALL_CONFIG1)
                .set(WorkFlag.REQUEST_CONFIG_DATA);
        Decision decision = gateway.decide(
                reported("update_firmware", "t1", CommandStatus.CRITICAL).withFirmwareVersion(1, "1.0"));
        assertThat(decision.state().flags()).isEqualTo(gateway.state.flags().clearAll());
        assertThat(decision.state().commandRetryCount()).isZero();
        assertThat(decision.result().work()).isEmpty();
        assertThat(line(decision, "deviceCommandUpdateCritical").parameters())
                .isEqualTo(Map.of("errorCategory", "downloaderror"));
        assertThat(line(decision, "deviceReinstallFirmwareLastCommandCriticalTrue")
                        .level())
                .isEqualTo(LogLevel.WARNING);

        assertThat(gateway.decide(OLD).result().work()).isEmpty();
    }

    @Test
    void aRequestOfAPersonGetsFirmwareOutWhileItIsWithheld() {
        DecisionCase gateway = DecisionCase.gateway().firmware("2.0").retries(0, true);
        assertThat(gateway.decide(OLD).result().work()).isEmpty();
        gateway.set(WorkFlag.REINSTALL_FIRMWARE1);
        assertThat(gateway.decide(OLD).result().work().orElseThrow().kind()).isEqualTo(WorkKind.FIRMWARE);
    }

    @Test
    void configsAreNotWithheld() {
        DecisionCase gateway =
                DecisionCase.gateway().config(1, "{}").retries(0, true).set(WorkFlag.REINSTALL_CONFIG1);
        assertThat(gateway.decide(SERIAL).result().work()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUCCESS", "ERROR"})
    void aLaterReportEndsTheWithholding(String status) {
        DecisionCase gateway = DecisionCase.gateway()
                .firmware("2.0")
                .open(command("get_config", "t2", "REQUEST_CONFIG", 0))
                .retries(0, true);
        Decision decision = gateway.decide(
                reported("get_config", "t2", CommandStatus.valueOf(status)).withFirmwareVersion(1, "1.0"));
        assertThat(decision.state().lastCommandCritical()).isFalse();
        assertThat(decision.result().work().orElseThrow().kind()).isEqualTo(WorkKind.FIRMWARE);
    }

    @Test
    void aReportExpiresTheOtherOpenCommandsAndCountsThem() {
        OpenCommand other = command("update_config", "t2", "CONFIG", 1);
        OpenCommand third = command("get_config", "t3", "REQUEST_CONFIG", 0);
        Decision decision = DecisionCase.gateway()
                .open(other, FIRMWARE, third)
                .decide(reported("update_firmware", "t1", CommandStatus.ERROR));
        assertThat(decision.state().commands())
                .as("only the new attempt of this contact may be open")
                .doesNotContain(other, FIRMWARE, third);
        assertThat(decision.commands())
                .extracting(change -> change.command().transactionId() + " " + change.status())
                .startsWith("t2 expired", "t3 expired", "t1 error");
        assertThat(decision.state().commandRetryCount()).isEqualTo(3);
        assertThat(ids(decision)).containsSubsequence("deviceCommandPendingExists", "deviceCommandPendingExists");
    }

    @Test
    void aConfigWhoseCommandIsPassedOverIsHandedOutAgain() {
        DecisionCase gateway = DecisionCase.gateway()
                .config(1, "{}")
                .open(command("update_config", "t2", "CONFIG", 1), command("get_config", "t3", "REQUEST_CONFIG", 0));
        Work work = gateway.decide(reported("get_config", "t3", CommandStatus.SUCCESS))
                .result()
                .work()
                .orElseThrow();
        assertThat(work.command().orElseThrow().name()).isEqualTo("update_config");

        DecisionCase tired = DecisionCase.gateway()
                .config(1, "{}")
                .retries(3, false)
                .open(command("update_config", "t2", "CONFIG", 1));
        assertThat(tired.decide(reported("get_config", "t3", CommandStatus.SUCCESS))
                        .result()
                        .work())
                .as("not beyond the retries of the type")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "T1", ""})
    void anUnknownTransactionIsLoggedAndExpiresTheOthers(String transactionId) {
        Decision decision = DecisionCase.gateway()
                .open(FIRMWARE)
                .decide(reported("update_firmware", transactionId, CommandStatus.SUCCESS));
        assertThat(line(decision, "deviceCommandMissing").level()).isEqualTo(LogLevel.ERROR);
        assertThat(decision.commands()).singleElement().satisfies(change -> assertThat(change.status())
                .isEqualTo("expired"));
        assertThat(decision.state().commandRetryCount()).isOne();
    }

    @Test
    void aTransactionUnderAnotherNameIsUnknown() {
        Decision decision =
                DecisionCase.gateway().open(FIRMWARE).decide(reported("get_config", "t1", CommandStatus.SUCCESS));
        assertThat(ids(decision)).contains("deviceCommandMissing");
    }

    @Test
    void withholdsFirmwareWhenLostCommandsHaveUsedTheRetriesUp() {
        DecisionCase gateway = DecisionCase.gateway().firmware("2.0").retries(4, false);
        Decision decision = gateway.decide(OLD);
        assertThat(decision.result().work()).isEmpty();
        assertThat(line(decision, "deviceReinstallFirmware1CommandErrorMaxRetriesExceeded")
                        .parameters())
                .containsEntry("commandRetryCount", 4);
    }

    @Test
    void theOldestCommandGivesWay() {
        DecisionCase gateway = DecisionCase.gateway().firmware("2.0");
        Decision decision = gateway.decide(OLD);
        OpenCommand oldest = decision.state().commands().get(0);
        for (int contact = 1; contact < OpenCommand.MOST; contact++) {
            decision = gateway.decide(OLD);
        }
        assertThat(decision.state().commands()).hasSize(OpenCommand.MOST).contains(oldest);
        decision = gateway.decide(OLD);
        assertThat(decision.state().commands()).hasSize(OpenCommand.MOST).doesNotContain(oldest);
        assertThat(decision.commands()).contains(CommandChange.expired(oldest));
    }

    @Test
    void aDisabledGatewayIsHeardButGetsNothing() {
        DecisionCase gateway = DecisionCase.gateway().firmware("2.0").open(FIRMWARE);
        gateway.enabled = false;
        Decision decision = gateway.decide(reported("update_firmware", "t1", CommandStatus.SUCCESS));
        assertThat(decision.commands()).singleElement().satisfies(change -> assertThat(change.status())
                .isEqualTo("success"));
        assertThat(decision.result().work()).isEmpty();
    }

    @Test
    void keepsTheConfigThatWasAskedFor() {
        OpenCommand asked = command("get_config", "t2", "REQUEST_CONFIG", 0);
        Decision with = DecisionCase.gateway()
                .open(asked)
                .decide(reported("get_config", "t2", CommandStatus.SUCCESS).withConfig(1, "{}"));
        assertThat(with.configs()).hasSize(1);
        Decision without =
                DecisionCase.gateway().open(asked).decide(reported("get_config", "t2", CommandStatus.SUCCESS));
        assertThat(ids(without)).contains("noConfigSent");
    }

    private static DeviceReport error(Work work) {
        return reported(
                work.command().orElseThrow().name(),
                work.command().orElseThrow().transactionId(),
                CommandStatus.ERROR);
    }
}
