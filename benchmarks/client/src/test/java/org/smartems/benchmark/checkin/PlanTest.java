// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final List<Stage> STAGES = Main.stages("1000,100000,1000000", 10_000_000);

    @Test
    void measuresForTwoMinutesAtMostInTheShortForm() {
        Plan plan = Plan.shortForm(STAGES.get(0));
        assertThat(measuring(plan)).isLessThanOrEqualTo(Duration.ofMinutes(2));
        assertThat(plan.cases()).hasSize(12).doesNotHaveDuplicates();
    }

    @Test
    void measuresForSoLongThatHalfAnHourIsLeftForTheRest() {
        assertThat(measuring(Plan.full(STAGES))).isLessThanOrEqualTo(Duration.ofMinutes(15));
        assertThat(Plan.longForm(STAGES).cases()).doesNotHaveDuplicates();
    }

    @Test
    void hasEverythingThatGoalsNeed() {
        Plan plan = Plan.full(STAGES);
        for (Dialect dialect : Dialect.values()) {
            for (Variant floor : List.of(Variant.PRODUCT, Variant.CONSTANT, Variant.SINGLE)) {
                for (int clients : List.of(1, 8, 32, 128)) {
                    assertThat(plan.cases()).contains(Case.plain(STAGES.get(0), floor, dialect, clients));
                }
            }
            Case most = Case.plain(STAGES.get(2), Variant.PRODUCT, dialect, 32);
            assertThat(plan.cases()).contains(most, most.at(STAGES.get(1)).with(Work.COMMAND));
        }
        assertThat(plan.cases()).doesNotHaveDuplicates().allMatch(Plan::exists);
    }

    @Test
    void hasCommandsWhereThereAreDevicesForThem() {
        assertThat(Plan.full(STAGES).cases())
                .filteredOn(test -> test.work() == Work.COMMAND)
                .allMatch(test -> test.stage().devices() >= Plan.WORTH_COMMANDS);
        assertThat(Plan.full(STAGES.subList(0, 1)).cases()).anyMatch(test -> test.work() == Work.COMMAND);
    }

    @Test
    void takesCasesByWords() {
        Plan plan = Plan.of(STAGES.subList(0, 1), new Selection("tk800,product,constant,full,8,128"));
        Case first =
                Case.plain(STAGES.get(0), Variant.PRODUCT, Dialect.TK800, 8).with(Way.FULL);
        assertThat(plan.cases())
                .containsExactlyInAnyOrder(
                        first,
                        first.with(128),
                        first.with(Variant.CONSTANT),
                        first.with(128).with(Variant.CONSTANT));
    }

    @Test
    void leavesOutWhatDoesNotExist() {
        assertThat(new Selection("command,edge-gateway,pgbench,product").of(STAGES.get(0)))
                .containsExactly(Case.plain(STAGES.get(0), Variant.PRODUCT, Dialect.EDGE_GATEWAY, 32)
                        .with(Work.COMMAND));
    }

    @Test
    void refusesWordsItDoesNotKnow() {
        assertThatThrownBy(() -> new Selection("tk800,tk900"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tk900");
        assertThatThrownBy(() -> Main.stages("1000,1000", 0)).hasMessageContaining("--devices");
    }

    private static Duration measuring(Plan plan) {
        return plan.time().multipliedBy((long) plan.rounds() * plan.cases().size());
    }
}
