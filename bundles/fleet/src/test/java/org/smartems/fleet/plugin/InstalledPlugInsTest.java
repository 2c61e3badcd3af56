// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.smartems.fleet.internal.procedure.Authenticators;
import org.smartems.fleet.internal.procedure.Procedures;
import org.smartems.platform.plugin.Limits;
import org.smartems.platform.plugin.PlugIn;
import org.smartems.spi.authentication.AuthenticationRequest;
import org.smartems.spi.authentication.DeviceAuthenticator;
import org.smartems.spi.authentication.Verdict;
import org.smartems.spi.procedure.CommunicationProcedure;
import org.smartems.spi.procedure.DeviceExchange;
import org.smartems.spi.procedure.DeviceResponse;
import org.smartems.spi.procedure.ProcedureDescription;

@Timeout(60)
class InstalledPlugInsTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final CountDownLatch lock = new CountDownLatch(1);
    private final InstalledPlugIns plugIns =
            new InstalledPlugIns(new Limits(2, Duration.ofMillis(200), LONG, LONG, 3, LONG, Long.MAX_VALUE));
    private final Procedures procedures = new Procedures(plugIns);

    @AfterEach
    void end() {
        lock.countDown();
        plugIns.close();
    }

    @Test
    void asksAProcedureOnceForAllWhoUseIt() {
        AtomicInteger asked = new AtomicInteger();
        CommunicationProcedure once = procedure(() -> {
            if (asked.incrementAndGet() > 1) {
                throw new IllegalStateException("asked again");
            }
            return ProcedureDescription.of("once", "Once");
        });
        plugIns.addProcedure(once);
        ProcedureDescription known = plugIns.procedure("once").orElseThrow().description();
        assertThat(procedures.find("once")).containsSame(known);
        assertThat(procedures.ids()).containsExactly("none", "once");
        plugIns.removeProcedure(once);
        assertThat(procedures.ids()).containsExactly("none");
    }

    @Test
    void oneThatDoesNotSayWhatItIsHoldsNobodyUp() {
        plugIns.addProcedure(procedure(() -> {
            await();
            return ProcedureDescription.of("late", "Late");
        }));
        plugIns.addAuthenticator(new Silent());
        assertThat(procedures.ids()).containsExactly("none");
        assertThat(new Authenticators(plugIns).methods()).isEmpty();
        assertThat(plugIns.plugIns()).extracting(PlugIn::state).containsOnly(PlugIn.State.UNUSABLE);
    }

    private void await() {
        try {
            lock.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Silent implements DeviceAuthenticator {

        @Override
        public String method() {
            await();
            return "late";
        }

        @Override
        public Verdict authenticate(AuthenticationRequest request) {
            throw new IllegalStateException("never called");
        }

        @Override
        public String challenge(AuthenticationRequest request) {
            throw new IllegalStateException("never called");
        }
    }

    private static CommunicationProcedure procedure(Supplier<ProcedureDescription> description) {
        return new CommunicationProcedure() {
            @Override
            public ProcedureDescription description() {
                return description.get();
            }

            @Override
            public DeviceResponse handle(DeviceExchange exchange) {
                throw new IllegalStateException("never called");
            }
        };
    }
}
