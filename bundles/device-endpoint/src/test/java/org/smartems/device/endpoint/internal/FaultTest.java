// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.PlatformException;
import org.smartems.api.error.ValidationException;
import org.smartems.platform.plugin.PlugIn;
import org.smartems.spi.procedure.DeviceExchange;
import org.smartems.spi.procedure.DeviceReport;
import org.smartems.spi.procedure.DeviceResponse;
import org.smartems.spi.procedure.LogLevel;
import org.smartems.testing.Eventually;
import org.smartems.testing.RawClient;

class FaultTest extends EndpointTestBase {

    private static final DeviceResponse OK = DeviceResponse.text("text/plain", "ok");
    private static final PlatformException AWAY =
            new PlatformException(ErrorCategory.UNAVAILABLE, "databaseUnavailable", "The database is away");

    private final AtomicBoolean released = new AtomicBoolean();

    @AfterEach
    void release() {
        released.set(true);
    }

    @Test
    void answersForAProcedureThatFails() throws Exception {
        List<Function<DeviceExchange, DeviceResponse>> faults = List.of(
                exchange -> {
                    throw new IllegalStateException("secret");
                },
                exchange -> null,
                exchange -> OK.status(99),
                exchange -> OK.status(600),
                exchange -> DeviceResponse.text("a\r\nb", ""),
                exchange -> DeviceResponse.text("\u20ac", ""),
                FaultTest::recurse,
                exchange -> {
                    throw new NoClassDefFoundError("secret");
                });
        for (Function<DeviceExchange, DeviceResponse> fault : faults) {
            server.procedure.handling = fault;
            RawClient.Answer answer = server.post("/open/config", "");
            assertRefused(answer, 500);
            assertThat(answer.body()).doesNotContain("secret");
        }
        assertThat(state().counts().faults()).isEqualTo(faults.size());
        assertThat(server.checkIns.logged).hasSize(faults.size());
    }

    @Test
    void logsAFailureWithTheLinesBeforeIt() throws Exception {
        server.procedure.handling = exchange -> {
            exchange.log(LogLevel.INFO, "first", Map.of("a", 1));
            throw new IllegalStateException("secret");
        };
        server.post("/open/config", "body");
        FakeCheckIns.Stored stored = server.checkIns.logged.get(0);
        assertThat(stored.messageIds()).containsExactly("first", "communicationProcedureFailed");
        assertThat(stored.contact().content()).asString().isEqualTo("body");
        assertThat(stored.parameters())
                .isEqualTo(Map.of(
                        "communicationProcedure", "test",
                        "deviceType", "Type 1",
                        "deviceName", "Device",
                        "reason", "IllegalStateException"));
    }

    @Test
    void answersForALoopWithoutEnd() throws Exception {
        server.procedure.handling = this::loop;
        assertAway(server.post("/open/config", ""));
        assertThat(released).isFalse();
        Eventually.until("it is logged", () -> server.checkIns.logged.size() == 1);
        assertThat(server.checkIns.logged.get(0).messageIds()).containsExactly("communicationProcedureStuck");
        assertThat(state().counts().stuck()).isEqualTo(1);

        server.procedure.handling = TestProcedure.CHECKS_IN;
        assertThat(server.post("/open/config", "").status()).isEqualTo(200);
    }

    @Test
    void answersForAProcedureThatWaitsForALock() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        lock.lock();
        server.procedure.handling = exchange -> {
            try {
                lock.lockInterruptibly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return OK;
        };
        for (int i = 0; i < 2; i++) {
            assertAway(server.post("/open/config", ""));
        }
        server.procedure.handling = TestProcedure.CHECKS_IN;
        IntStream.range(0, 20).forEach(i -> assertThat(status()).isEqualTo(200));
    }

    @Test
    void sendsDevicesAwayFromAFaultyProcedureUntilItIsRestarted() throws Exception {
        server.procedure.handling = this::loop;
        for (int i = 0; i < 3; i++) {
            assertAway(server.post("/open/config", ""));
        }
        server.procedure.handling = TestProcedure.CHECKS_IN;
        assertAway(server.post("/open/config", ""));
        assertThat(state().state()).isEqualTo(PlugIn.State.FAULTY);
        assertThat(server.plugIns.restart("procedure:unknown")).isFalse();
        assertThat(server.plugIns.restart("procedure:test")).isTrue();
        assertThat(server.post("/open/config", "").status()).isEqualTo(200);
        assertThat(server.plugIns.plugIns()).extracting(PlugIn::id).contains("authenticator:basic", "procedure:test");
    }

    @Test
    void handsOutAgainWhatAStuckProcedureKeeps() throws Exception {
        server.procedure.handling = exchange -> {
            TestProcedure.CHECKS_IN.apply(exchange);
            return loop(exchange);
        };
        assertAway(server.post("/open/config", ""));
        Eventually.until("it is told", () -> server.checkIns.deliveries.equals(List.of("failed")));
        released.set(true);
        Eventually.until("it has ended", () -> state().counts().running() == 0);
        assertThat(server.checkIns.deliveries).containsExactly("failed");
    }

    @Test
    void handsOutAgainWhatAFailingProcedureLoses() throws Exception {
        server.procedure.handling = exchange -> {
            TestProcedure.CHECKS_IN.apply(exchange);
            throw new IllegalStateException("after the commit");
        };
        assertRefused(server.post("/open/config", ""), 500);
        assertThat(server.checkIns.deliveries).containsExactly("failed");
    }

    @Test
    void storesNothingWhenTheAnswerCannotBeWorded() throws Exception {
        List<Function<DeviceExchange, DeviceResponse>> faults = List.of(
                exchange -> exchange.checkIn(DeviceReport.empty(), checkIn -> null),
                exchange -> exchange.checkIn(DeviceReport.empty(), checkIn -> OK.status(1)),
                exchange -> exchange.checkIn(DeviceReport.empty(), checkIn -> recurse(exchange)),
                exchange -> {
                    try {
                        return exchange.checkIn(DeviceReport.empty(), this::fails);
                    } catch (IllegalStateException e) {
                        return OK;
                    }
                },
                exchange -> exchange.checkIn(DeviceReport.empty(), checkIn -> loop(exchange)));
        for (Function<DeviceExchange, DeviceResponse> fault : faults) {
            server.procedure.handling = fault;
            assertThat(server.post("/open/config", "").status()).isIn(500, 503);
        }
        released.set(true);
        Eventually.until("all have ended", () -> state().counts().running() == 0);
        assertThat(server.checkIns.stored).isEmpty();
        assertThat(server.checkIns.deliveries).isEmpty();
    }

    @Test
    void checksAContactInOnce() throws Exception {
        server.procedure.handling = exchange -> {
            TestProcedure.CHECKS_IN.apply(exchange);
            return TestProcedure.CHECKS_IN.apply(exchange);
        };
        assertRefused(server.post("/open/config", ""), 500);
        assertThat(server.checkIns.stored).hasSize(1);
        assertThat(server.checkIns.deliveries).containsExactly("failed");
    }

    @Test
    void doesNotLetAProcedureConcealThatNothingWasStored() throws Exception {
        server.checkIns.before = contact -> {
            throw AWAY;
        };
        assertAway(server.post("/open/config", ""));
        server.procedure.handling = exchange -> {
            try {
                return TestProcedure.CHECKS_IN.apply(exchange);
            } catch (PlatformException e) {
                return OK;
            }
        };
        assertAway(server.post("/open/config", ""));
        assertThat(state().counts().faults()).isZero();
    }

    @Test
    void letsTheProcedureAnswerAReportThatBreaksARule() throws Exception {
        server.checkIns.before = contact -> {
            throw new ValidationException(List.of(FieldError.of("serialNumber", "validation.required")));
        };
        assertRefused(server.post("/open/config", ""), 400);
        server.procedure.handling = exchange -> {
            try {
                return TestProcedure.CHECKS_IN.apply(exchange);
            } catch (ValidationException e) {
                return OK;
            }
        };
        assertThat(server.post("/open/config", "").body()).isEqualTo("ok");
        assertThat(state().counts().faults()).isZero();
    }

    @Test
    void blamesNoProcedureForTheFaultsOfThePlatform() throws Exception {
        server.checkIns.before = contact -> {
            throw new IllegalStateException("a fault of the fleet");
        };
        assertRefused(server.post("/open/config", ""), 500);
        assertThat(state().counts().faults()).isZero();
        assertThat(server.checkIns.logged).isEmpty();
    }

    @Test
    void logsTheLinesOfEveryContactOnce() throws Exception {
        server.procedure.handling = exchange -> {
            exchange.log(LogLevel.INFO, "before", Map.of());
            DeviceResponse answer = exchange.checkIn(DeviceReport.empty(), checkIn -> {
                exchange.log(LogLevel.INFO, "within", Map.of());
                return OK;
            });
            exchange.log(LogLevel.INFO, "after", Map.of());
            return answer;
        };
        server.post("/open/config", "");
        assertThat(server.checkIns.stored.get(0).messageIds()).containsExactly("before", "within");
        // a call that an earlier test left behind may be logged as well
        Eventually.until("the rest is logged", () -> server.checkIns.logged.stream()
                .anyMatch(logged -> logged.messageIds().equals(List.of("after"))));
        assertThat(server.checkIns.logged)
                .noneMatch(logged -> logged.messageIds().contains("within"));
    }

    @Test
    void logsTheLinesOfAContactThatIsNotCheckedIn() throws Exception {
        server.procedure.handling = exchange -> {
            exchange.log(LogLevel.INFO, "before", Map.of());
            exchange.refuse(List.of(FieldError.of("x", "validation.required")));
            return OK;
        };
        server.post("/open/config", "");
        assertThat(server.checkIns.refused.get(0).messageIds()).containsExactly("before");
        server.procedure.handling = exchange -> {
            IntStream.range(0, 1000).forEach(i -> exchange.log(LogLevel.INFO, "line", Map.of("number", i)));
            return OK;
        };
        server.post("/open/config", "");
        Eventually.until("the lines are logged", () -> server.checkIns.logged.size() == 1);
        assertThat(server.checkIns.logged.get(0).messageIds())
                .hasSize(101)
                .endsWith("line", "communicationProcedureLogCut");
    }

    @Test
    void givesDefaultsInPlaceOfSettingsThatCannotBeUsed() throws Exception {
        server.catalogue.with(FakeCatalogue.type(
                40, "test", "/settings", "none", true, Map.of("limit", 99, "greeting", "hi", "gone", "x")));
        server.procedure.handling = exchange -> DeviceResponse.text(
                "text/plain",
                exchange.settings().integer("limit").orElseThrow() + " "
                        + exchange.settings().text("greeting").orElseThrow());
        assertThat(server.post("/settings/config", "").body()).isEqualTo("5 hi");
        Eventually.until("it is logged", () -> server.checkIns.logged.size() == 1);
        FakeCheckIns.Stored stored = server.checkIns.logged.get(0);
        assertThat(stored.messageIds()).containsExactly("communicationProcedureSettingsInvalid");
        assertThat(stored.parameters().get("errors")).asString().contains("limit", "gone");
    }

    private DeviceResponse loop(DeviceExchange exchange) {
        while (!released.get()) {
            // deaf to interrupts, and still no burden for the machine
            Thread.interrupted();
            LockSupport.parkNanos(1_000_000);
        }
        return OK;
    }

    private DeviceResponse fails(Object decision) {
        throw new IllegalStateException("cannot word it");
    }

    private static DeviceResponse recurse(DeviceExchange exchange) {
        return recurse(exchange).status(200);
    }

    private static int status() {
        try {
            return server.post("/open/config", "").status();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static PlugIn state() {
        return server.plugIns.plugIns().stream()
                .filter(plugIn -> plugIn.id().equals("procedure:test"))
                .findFirst()
                .orElseThrow();
    }
}
