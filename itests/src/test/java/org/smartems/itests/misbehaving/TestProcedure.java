// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests.misbehaving;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.smartems.spi.procedure.CommunicationProcedure;
import org.smartems.spi.procedure.DeviceExchange;
import org.smartems.spi.procedure.DeviceResponse;
import org.smartems.spi.procedure.ProcedureDescription;
import org.smartems.spi.procedure.Route;

/** Does what the body of a request says. */
final class TestProcedure implements CommunicationProcedure {

    private static final CountDownLatch RELEASED = new CountDownLatch(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final ProcedureDescription description;

    TestProcedure(String id) {
        description = ProcedureDescription.of(id, "Test " + id).routes(Route.post("do", "/do"));
    }

    static void release() {
        RELEASED.countDown();
    }

    @Override
    public ProcedureDescription description() {
        return description;
    }

    @Override
    public DeviceResponse handle(DeviceExchange exchange) {
        return switch (new String(exchange.request().body(), StandardCharsets.UTF_8)) {
            case "throw" -> throw new IllegalStateException("as told");
            case "null" -> null;
            case "loop" -> loop();
            case "allocate" -> allocate();
            case "lock" -> waitForALock();
            default -> DeviceResponse.text("text/plain", "done");
        };
    }

    private static DeviceResponse loop() {
        while (RELEASED.getCount() > 0) {
            // deaf to interrupts, and still no burden for the machine
            Thread.interrupted();
            LockSupport.parkNanos(1_000_000);
        }
        return null;
    }

    private static DeviceResponse allocate() {
        long sum = 0;
        while (!Thread.currentThread().isInterrupted()) {
            sum += new byte[1 << 16].length;
        }
        return DeviceResponse.text("text/plain", "" + sum);
    }

    private DeviceResponse waitForALock() {
        Thread owner = new Thread(() -> {
            lock.lock();
            loop();
        });
        owner.setDaemon(true);
        owner.start();
        while (!lock.isLocked()) {
            Thread.onSpinWait();
        }
        lock.lock();
        return null;
    }
}
