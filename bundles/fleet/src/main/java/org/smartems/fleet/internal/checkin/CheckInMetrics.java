// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.smartems.api.error.ValidationException;
import org.smartems.fleet.checkin.Answered;
import org.smartems.fleet.checkin.Contact;
import org.smartems.fleet.checkin.CredentialRefused;
import org.smartems.spi.metrics.Histogram;
import org.smartems.spi.metrics.Metrics;
import org.smartems.spi.procedure.CheckIn;
import org.smartems.spi.procedure.DeviceResponse;

/** Counts reports of devices by what came of them; safe for use by many threads. */
final class CheckInMetrics {

    private record Key(String deviceType, String result) {}

    private final Map<Key, LongAdder> results = new ConcurrentHashMap<>();
    private final Map<String, Histogram> times = new ConcurrentHashMap<>();

    /** Does the work with an answer that tells here what is answered; the last time is what is committed. */
    Answered counted(
            Contact contact,
            Function<CheckIn, DeviceResponse> answer,
            Function<Function<CheckIn, DeviceResponse>, Answered> work) {
        long since = System.nanoTime();
        String type = contact.deviceType().name();
        AtomicReference<String> decided = new AtomicReference<>("");
        try {
            Answered answered = work.apply(decision -> {
                decided.set(decision.outcome().name().toLowerCase(Locale.ROOT));
                return answer.apply(decision);
            });
            ended(type, decided.get(), since);
            return answered;
        } catch (ValidationException e) {
            ended(type, "invalid", since);
            throw e;
        } catch (CredentialRefused e) {
            ended(type, "refused", since);
            throw e;
        } catch (RuntimeException | Error e) {
            ended(type, "failed", since);
            throw e;
        }
    }

    private void ended(String deviceType, String result, long since) {
        results.computeIfAbsent(new Key(deviceType, result), unknown -> new LongAdder())
                .increment();
        times.computeIfAbsent(deviceType, unknown -> Histogram.ofSeconds()).recordSince(since);
    }

    void measure(Metrics metrics) {
        results.forEach((key, count) -> metrics.counter(
                "smartems_check_ins",
                "Reports of devices, by what came of them.",
                count.sum(),
                "device_type",
                key.deviceType(),
                "result",
                key.result()));
        times.forEach((type, time) -> metrics.histogram(
                "smartems_check_in_seconds",
                "From a report to its stored decision, with the wording of its answer.",
                time,
                "device_type",
                type));
    }
}
