// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.smartems.spi.metrics.Histogram;
import org.smartems.spi.metrics.Metrics;

/** Counts what devices are answered; safe for use by many threads. */
final class RequestMetrics {

    /** What a device wants. */
    enum Kind {
        CONTACT("contact"),
        DOWNLOAD("download");

        private final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    private record Answer(Kind kind, int status) {}

    private final Map<Answer, LongAdder> answers = new ConcurrentHashMap<>();
    private final Histogram contacts = Histogram.ofSeconds();

    /** The answer to a request that came at a moment of {@link System#nanoTime}. */
    void answered(Kind kind, int status, long since) {
        answers.computeIfAbsent(new Answer(kind, status), unknown -> new LongAdder())
                .increment();
        if (kind == Kind.CONTACT) {
            contacts.recordSince(since);
        }
    }

    void measure(Metrics metrics) {
        answers.forEach((answer, count) -> metrics.counter(
                "smartems_device_requests",
                "Requests of devices.",
                count.sum(),
                "kind",
                answer.kind().label,
                "status",
                String.valueOf(answer.status())));
        metrics.histogram(
                "smartems_device_contact_seconds", "From a contact of a device to the end of its answer.", contacts);
    }
}
