// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.smartems.platform.plugin.Limits;
import org.smartems.platform.plugin.PlugIn;
import org.smartems.platform.plugin.PlugInAway;
import org.smartems.platform.plugin.PlugInFailure;
import org.smartems.spi.firmware.FirmwareVersioning;
import org.smartems.spi.firmware.VersionRelation;

@Timeout(60)
class VersioningsTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final AtomicBoolean released = new AtomicBoolean();
    private final Versionings versionings =
            new Versionings(new Limits(2, Duration.ofMillis(300), LONG, LONG, 3, LONG, Long.MAX_VALUE));

    @AfterEach
    void end() {
        released.set(true);
        versionings.close();
    }

    @Test
    void countsWhatAnOrderFailsAndGivesUpWhatDoesNotEnd() {
        versionings.addVersioning(new Order("wild"));
        VersionOrder wild = versionings.find("wild").orElseThrow();
        assertThatThrownBy(() -> wild.relation("throw", "1")).isInstanceOf(PlugInFailure.class);
        assertThatThrownBy(() -> wild.relation("1", "null")).isInstanceOf(PlugInFailure.class);
        assertThatThrownBy(() -> wild.relation("1", "loop")).isInstanceOf(PlugInAway.class);
        assertThat(wild.relation("1", "2")).contains(VersionRelation.LOWER);
        PlugIn state = versionings.plugIns().get(0);
        assertThat(state.id()).isEqualTo("versioning:wild");
        assertThat(state.counts().faults()).isEqualTo(2);
        assertThat(state.counts().stuck()).isEqualTo(1);
    }

    @Test
    void asksOncePerPairInOneCallUntilItIsRestarted() {
        versionings.addVersioning(new Order("wild"));
        for (int contact = 0; contact < 3; contact++) {
            VersionOrder wild = versionings.find("wild").orElseThrow();
            assertThat(wild.relation("1", "2")).contains(VersionRelation.LOWER);
            assertThat(wild.relation("none", "2")).isEmpty();
        }
        assertThat(versionings.restart("generator:tame")).isFalse();
        versionings.find("wild").orElseThrow().relation("1", "2");
        assertThat(versionings.plugIns().get(0).counts().calls()).isEqualTo(2);
        versionings.restart("versioning:wild");
        versionings.find("wild").orElseThrow().relation("1", "2");
        assertThat(versionings.plugIns().get(0).counts().calls()).isEqualTo(1);
    }

    @Test
    void forgetsWhatDevicesMakeUp() {
        versionings.addVersioning(new Order("wild"));
        VersionOrder wild = versionings.find("wild").orElseThrow();
        for (int version = 0; version < 2_100; version++) {
            wild.relation("made up " + version, "2");
        }
        wild.relation("made up 0", "2");
        assertThat(versionings.plugIns().get(0).counts().calls()).isEqualTo(2_101);
    }

    @Test
    void offersTheOthersBesideOneWithoutAnId() {
        versionings.addVersioning(new Order(null));
        versionings.addVersioning(new Order("wild"));
        assertThat(versionings.offered()).containsOnlyKeys("wild");
    }

    private final class Order implements FirmwareVersioning {

        private final String id;

        Order(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String label() {
            return "Wild";
        }

        @Override
        public boolean isVersion(String version) {
            if (version.equals("throw")) {
                throw new IllegalStateException("as told");
            }
            while (version.equals("loop") && !released.get()) {
                // deaf to interrupts, and still no burden for the machine
                Thread.interrupted();
                LockSupport.parkNanos(1_000_000);
            }
            return !version.equals("none");
        }

        @Override
        public VersionRelation relate(String version, String other) {
            return other.equals("null") ? null : VersionRelation.LOWER;
        }
    }
}
