// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smartems.fleet.internal.checkin.DecisionCase.NODE;
import static org.smartems.fleet.internal.checkin.DecisionCase.SERIAL;

import org.junit.jupiter.api.Test;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.internal.delivery.Delivering;
import org.smartems.fleet.internal.delivery.Fate;
import org.smartems.fleet.internal.device.WorkFlags;

class DeliveringDecisionTest {

    private static final Delivering OTHER = new Delivering("CONFIG", 1, 4, "another-process");

    @Test
    void remembersRequestedWorkUntilItsAnswerHasLeft() {
        DecisionCase router = DecisionCase.router().config(1, "text").set(WorkFlag.REINSTALL_CONFIG1);
        Decision decision = router.decide(SERIAL);
        Delivering expected = new Delivering("CONFIG", 1, 1, NODE);
        assertThat(decision.state().delivering()).contains(expected);
        assertThat(decision.handedOut()).contains(expected);
    }

    @Test
    void forgetsWhatHasLeftWithTheNextContact() {
        DecisionCase router = DecisionCase.router().config(1, "text").set(WorkFlag.REINSTALL_CONFIG1);
        router.decide(SERIAL);
        assertThat(router.decide(SERIAL).state().delivering()).isEmpty();
    }

    @Test
    void keepsTheNoteWhileNobodyHasTold() {
        DecisionCase router = DecisionCase.router().config(1, "text").set(WorkFlag.REINSTALL_CONFIG1);
        Decision first = router.decide(SERIAL);
        router.fate = Fate.OPEN;
        assertThat(router.decide(SERIAL).state().delivering())
                .isEqualTo(first.state().delivering())
                .isPresent();
    }

    @Test
    void handsOutAtOnceWhatWasLost() {
        DecisionCase router = DecisionCase.router().config(1, "text").set(WorkFlag.REINSTALL_CONFIG1);
        router.decide(SERIAL);
        router.fate = Fate.LOST;
        Decision again = router.decide(SERIAL);
        assertThat(again.result().work()).isPresent();
        assertThat(again.handedOut())
                .hasValueSatisfying(work -> assertThat(work.sequence()).isEqualTo(2));
    }

    @Test
    void knowsNothingOfAnswersOfOtherProcesses() {
        assertThat(DecisionCase.router()
                        .delivering(OTHER)
                        .decide(SERIAL)
                        .state()
                        .delivering())
                .contains(OTHER);
    }

    @Test
    void requestsAgainWhatAnotherProcessHasUnderWayWhenItsNoteGivesWay() {
        DecisionCase router = DecisionCase.router().delivering(OTHER).set(WorkFlag.REQUEST_DIAGNOSE_DATA);
        Decision decision = router.decide(SERIAL);
        assertThat(decision.state().delivering())
                .hasValueSatisfying(note -> assertThat(note.kind()).isEqualTo("DIAGNOSE"));
        assertThat(decision.state().flags().isSet(WorkFlag.REINSTALL_CONFIG1)).isTrue();
    }

    @Test
    void eachRequestHasANumberOfItsOwn() {
        Flags first = Flags.NONE.set(WorkFlag.REINSTALL_CONFIG1);
        assertThat(first.sequence(WorkFlag.REINSTALL_CONFIG1)).isOne();
        assertThat(first.set(WorkFlag.REINSTALL_CONFIG1)).isEqualTo(first);
        Flags second = first.clear(WorkFlag.REINSTALL_CONFIG1).set(WorkFlag.REINSTALL_CONFIG1);
        assertThat(second.sequence(WorkFlag.REINSTALL_CONFIG1)).isEqualTo(2);
        assertThat(second.set(WorkFlag.REQUEST_CONFIG_DATA).last()).isEqualTo(3);
    }

    @Test
    void flagsAreThoseOfTheirWork() {
        for (WorkFlag flag : WorkFlag.values()) {
            assertThat(Flags.of(flag.kind(), flag.slot())).isEqualTo(flag);
            assertThat(Flags.of(flag.kind().name(), flag.slot())).contains(flag);
        }
        assertThat(Flags.of("DANCE", 0)).isEmpty();
        assertThat(WorkFlags.column(WorkFlag.REINSTALL_FIRMWARE2)).isEqualTo("reinstall_firmware2");
    }
}
