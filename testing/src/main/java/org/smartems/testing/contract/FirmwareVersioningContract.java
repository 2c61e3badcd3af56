// SPDX-License-Identifier: Apache-2.0
package org.smartems.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smartems.spi.firmware.VersionRelation.DIFFERENT;
import static org.smartems.spi.firmware.VersionRelation.EQUAL;
import static org.smartems.spi.firmware.VersionRelation.HIGHER;
import static org.smartems.spi.firmware.VersionRelation.LOWER;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.smartems.spi.firmware.FirmwareVersioning;
import org.smartems.spi.firmware.VersionRelation;

/** What every {@link FirmwareVersioning} must fulfil. */
public interface FirmwareVersioningContract {

    /**
     * The order under test.
     *
     * @return a new one or always the same
     */
    FirmwareVersioning versioning();

    /**
     * Versions of the order.
     *
     * @return at least three, each another version, the oldest first where the order tells
     */
    List<String> versions();

    /** What is stored is stable, and people can read the label. */
    @Test
    default void hasAStableId() {
        assertThat(versioning().id())
                .matches("[a-z][A-Za-z0-9]*")
                .isEqualTo(versioning().id());
        assertThat(versioning().label()).isNotBlank();
    }

    /** The examples are versions, each equal to itself alone. */
    @Test
    default void tellsVersionsApart() {
        assertThat(versions()).hasSizeGreaterThanOrEqualTo(3).allMatch(versioning()::isVersion);
        for (int i = 0; i < versions().size(); i++) {
            for (int j = 0; j < versions().size(); j++) {
                assertThat(relate(versions().get(i), versions().get(j)) == EQUAL)
                        .isEqualTo(i == j);
            }
        }
    }

    /** Where the order tells, the examples ascend. */
    @Test
    default void ordersVersions() {
        for (int i = 0; i < versions().size(); i++) {
            for (int j = i + 1; j < versions().size(); j++) {
                assertThat(relate(versions().get(i), versions().get(j)))
                        .as(versions().get(i) + " and " + versions().get(j))
                        .isIn(LOWER, DIFFERENT);
            }
        }
    }

    /** Whatever is a version relates to every other one, and the other way round likewise. */
    @Test
    default void relatesWhateverDevicesReport() {
        List<String> texts = new ArrayList<>(versions());
        texts.addAll(List.of("", " ", "1", "v1", "1.0.0.0.0.0", "-1", "999999999999999999999999", "\u0000", "\ud800"));
        texts.addAll(List.of("9".repeat(255), "1.".repeat(127), "a".repeat(255), "\u0661.\u0662", "1.0\n", "(a+)+$"));
        List<String> known = texts.stream().filter(versioning()::isVersion).toList();
        for (String one : known) {
            assertThat(relate(one, one)).as(one).isEqualTo(EQUAL);
            for (String other : known) {
                assertThat(relate(other, one)).as(one + " and " + other).isEqualTo(reversed(relate(one, other)));
            }
        }
    }

    /** One instance serves many threads. */
    @Test
    default void servesManyThreads() {
        FirmwareVersioning shared = versioning();
        String first = versions().get(0);
        String last = versions().get(versions().size() - 1);
        assertThat(IntStream.range(0, 200).parallel().mapToObj(i -> shared.relate(first, last)))
                .containsOnly(relate(first, last));
    }

    private VersionRelation relate(String one, String other) {
        return versioning().relate(one, other);
    }

    private static VersionRelation reversed(VersionRelation relation) {
        return switch (relation) {
            case LOWER -> HIGHER;
            case HIGHER -> LOWER;
            case EQUAL, DIFFERENT -> relation;
        };
    }
}
