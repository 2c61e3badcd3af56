// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.io.IOException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.servlet.ServletException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.smartems.spi.metrics.MetricSource;
import org.smartems.spi.metrics.Metrics;

/**
 * Keeps devices from taking all threads: so many of their requests are served at once, others wait without a thread in
 * the order in which they came, and too many are sent away before anything is read of them but their headers.
 */
@Component(
        service = {DeviceQueue.class, MetricSource.class},
        configurationPid = QueueSettings.PID)
@Designate(ocd = DeviceQueueConfiguration.class)
public final class DeviceQueue implements MetricSource {

    private static final long LOOK_MILLIS = 100;

    private final RequestQueue queue;
    private volatile boolean closing;
    private final RefusalBurst burst = new RefusalBurst(System::nanoTime);
    private final ScheduledExecutorService clock = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "smartems-http-queue");
        thread.setDaemon(true);
        return thread;
    });

    /** What is done with a request. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException, ServletException;
    }

    @Activate
    public DeviceQueue(DeviceQueueConfiguration configuration) {
        queue = new RequestQueue(QueueSettings.read(configuration), System::nanoTime);
        clock.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Modified
    void configure(DeviceQueueConfiguration configuration) {
        queue.configure(QueueSettings.read(configuration));
    }

    /** Sends everybody away who waits. */
    @Deactivate
    void close() {
        closing = true;
        clock.shutdownNow();
        queue.close();
    }

    /** Serves a request at once, later, or not at all; it is not answered yet when it waits. */
    void pass(Exchange exchange, Work work) throws IOException, ServletException {
        switch (queue.enter(() -> Suspension.of(exchange, hasPlace -> goOn(exchange, work, hasPlace)))) {
            case SERVED -> serve(work);
            case SENT_AWAY -> sendAway(exchange);
            default -> {} // waits
        }
    }

    /** How many requests wait. */
    int waiting() {
        return queue.waiting();
    }

    private void goOn(Exchange exchange, Work work, boolean hasPlace) throws IOException, ServletException {
        if (hasPlace) {
            serve(work);
        } else {
            sendAway(exchange);
        }
    }

    private void serve(Work work) throws IOException, ServletException {
        try {
            work.run();
        } finally {
            queue.leave();
        }
    }

    private void sendAway(Exchange exchange) throws IOException {
        if (closing) {
            exchange.refuseForNow("starting", "not served any more", RetryAfter.spread());
            return;
        }
        int sentAway = burst.add(queue.waiting());
        exchange.sendAway(RetryAfter.spread(queue.mostSeconds(), queue.secondsFor(sentAway)));
    }

    private void look() {
        queue.expire();
        burst.endIfQuiet();
    }

    @Override
    public void measure(Metrics metrics) {
        metrics.gauge("smartems_device_requests_active", "Requests of devices that are being served.", queue.taken());
        metrics.gauge("smartems_device_requests_limit", "Requests of devices served at once at most.", queue.places());
        metrics.gauge(
                "smartems_device_requests_waiting", "Requests of devices that wait for a place.", queue.waiting());
        metrics.counter("smartems_device_requests_sent_away", "Requests of devices that were too many.", burst.total());
        metrics.histogram(
                "smartems_device_wait_seconds", "How long requests of devices waited for a place.", queue.waits());
    }
}
