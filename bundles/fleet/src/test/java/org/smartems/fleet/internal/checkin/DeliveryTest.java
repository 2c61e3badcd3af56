// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.checkin.Answered;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.internal.device.WorkFlags;
import org.smartems.persistence.Jdbc;
import org.smartems.testing.Eventually;

class DeliveryTest extends CheckInFixture {

    private final List<Answered> answers = new CopyOnWriteArrayList<>();
    private long device;

    @BeforeEach
    void config() throws SQLException {
        device = device(router, "S1");
        template(router, device, "hostname {{ serialNumber }}");
        fleet.catalogue.refresh();
        request(device, WorkFlag.REINSTALL_CONFIG1);
    }

    @Test
    void anAnswerThatHasLeftIsForgotten() throws SQLException {
        Answered answered = handOut(service);
        assertThat(state(device, "reinstall_config1")).isZero();
        assertThat(isUnderWay()).isTrue();
        answered.delivery().written();
        Eventually.until("it is forgotten", () -> !isUnderWay());
        assertThat(state(device, "reinstall_config1")).isZero();
    }

    @Test
    void anAnswerThatFailedIsGivenAgain() throws SQLException {
        handOut(service).delivery().failed();
        Eventually.until("it is requested again", this::isRequested);
        assertThat(isUnderWay()).isFalse();
        assertThat(state(device, "reinstall_config1"))
                .as("a request of its own")
                .isEqualTo(2);
        handOut(service).delivery().written();
        Eventually.until("it is forgotten", () -> !isUnderWay());
        assertThat(state(device, "reinstall_config1")).isZero();
    }

    @Test
    void aFailureIsToldAfterTheDeviceHasCalledAgain() throws SQLException {
        Answered answered = handOut(service);
        checkIn(router, serial("S1"));
        assertThat(isUnderWay()).as("nobody has told yet").isTrue();
        answered.delivery().failed();
        Eventually.until("it is requested again", this::isRequested);
    }

    @Test
    void aDeviceThatCallsAgainAtOnceGetsWhatWasLost() throws SQLException {
        handOut(service).delivery().failed();
        handOut(service).delivery().written();
        Eventually.until("it is forgotten", () -> !isUnderWay());
        service.stop();
        assertThat(isRequested())
                .as("what was handed out again is not requested once more")
                .isFalse();
    }

    @Test
    void theRequestOfAPersonStaysWhatItIs() throws SQLException {
        Answered answered = handOut(service);
        request(device, WorkFlag.REINSTALL_CONFIG1);
        long sequence = state(device, "reinstall_config1");
        answered.delivery().failed();
        Eventually.until("the failure is noted", () -> !isUnderWay());
        assertThat(state(device, "reinstall_config1")).isEqualTo(sequence);
    }

    @Test
    void whatAPersonHasTakenBackDoesNotComeBack() throws SQLException {
        Answered answered = handOut(service);
        fleet.devices.flag(AUTHOR, device, WorkFlag.REINSTALL_CONFIG1, false);
        answered.delivery().failed();
        service.stop();
        assertThat(isRequested()).isFalse();
        assertThat(isUnderWay()).isFalse();
    }

    @Test
    void anEditThatLeavesTheRequestAloneLeavesItsAnswerAlone() throws SQLException {
        Answered answered = handOut(service);
        clearWhatIsSet();
        answered.delivery().failed();
        Eventually.until("it is requested again", this::isRequested);

        Answered again = handOut(service);
        request(device, WorkFlag.REINSTALL_CONFIG1);
        clearWhatIsSet();
        again.delivery().failed();
        service.stop();
        assertThat(isRequested()).as("the edit took it back").isFalse();
    }

    @Test
    void onlyTheFirstWordCounts() throws SQLException {
        Answered answered = handOut(service);
        answered.delivery().written();
        answered.delivery().failed();
        Eventually.until("it is forgotten", () -> !isUnderWay());
        service.stop();
        assertThat(state(device, "reinstall_config1")).isZero();
    }

    @Test
    void anotherProcessOfTheSameHomeGivesAgainWhatWasUnderWay() throws SQLException {
        handOut(service);
        CheckInService next = service("home");
        assertThat(isRequested()).isTrue();
        assertThat(isUnderWay()).isFalse();
        assertThat(body(handOut(next))).isEqualTo("WORK");
        tell();
        next.stop();
    }

    @Test
    void aProcessOfAnotherHomeLeavesItAlone() throws SQLException {
        handOut(service);
        CheckInService other = service("another home");
        assertThat(body(other.checkIn(contact(router), serial("S1"), OUTCOME))).isEqualTo("NOTHING");
        assertThat(isUnderWay()).isTrue();
        assertThat(isRequested()).isFalse();
        other.stop();
    }

    @Test
    void aSilentProcessCountsAsGone() throws SQLException {
        handOut(service);
        sql("update fleet_node set seen_at = now() - interval '61 seconds'");
        CheckInService other = service("another home");
        assertThat(isRequested()).isTrue();
        other.stop();
    }

    @Test
    void aHandOutWhoseCallerIsGoneIsGivenAgain() throws Exception {
        counted.hold();
        CountDownLatch gone = new CountDownLatch(1);
        Future<Answered> caller = devices.submit(() -> {
            try {
                return handOut(service);
            } finally {
                gone.countDown();
            }
        });
        counted.awaitHeld(1);
        caller.cancel(true);
        assertThat(gone.await(1, TimeUnit.MINUTES)).isTrue();
        counted.release();
        Eventually.until("it was handed out", () -> quietly("fleet_check_in") > 0);
        Eventually.until("it is requested again", this::isRequested);
    }

    @Test
    void workThatNobodyAskedForIsNotFollowed() throws SQLException {
        change(device, "reinstall_config1 = 0");
        sql("update fleet_template_version set config2_id = config1_id; update fleet_config set slot = 2;"
                + " update fleet_template_version set config1_id = null;"
                + " update fleet_catalogue set revision = revision + 1");
        fleet.catalogue.refresh();
        Answered answered = handOut(service);
        assertThat(text("select work_slot from fleet_check_in")).isEqualTo("2");
        answered.delivery().written();
        answered.delivery().failed();
        assertThat(isUnderWay()).isFalse();
    }

    /** So that nobody waits for the answers of a process that a test lets die. */
    @AfterEach
    void tell() {
        answers.forEach(answered -> answered.delivery().written());
    }

    private Answered handOut(CheckInService from) {
        Answered answered = from.checkIn(contact(router), serial("S1"), OUTCOME);
        answers.add(answered);
        assertThat(body(answered)).isEqualTo("WORK");
        return answered;
    }

    /** What an edit of the device does. */
    private void clearWhatIsSet() {
        Set<WorkFlag> flags = Set.of(WorkFlag.REINSTALL_CONFIG1);
        transactions.run(() -> WorkFlags.clear(new Jdbc(transactions), flags, "d.id = ?", device));
    }

    private boolean isUnderWay() {
        return quietly("fleet_device_state where delivering is not null") > 0;
    }

    private boolean isRequested() {
        return quietly("fleet_device_state where reinstall_config1 <> 0") > 0;
    }

    private static long quietly(String from) {
        try {
            return count(from);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
