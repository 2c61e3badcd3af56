// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.device.endpoint.recording.Recording;
import org.smartems.device.endpoint.recording.RecordingOrder;

/** A recording that runs, or has run; any thread brings exchanges, one of its own writes them. */
final class Take {

    private static final Logger LOG = LoggerFactory.getLogger(Take.class);
    private static final int QUEUE = 64;
    private static final long MOST_WAITING = 16L << 20;
    private static final String TOO_MANY = "more came than could be written";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long MOST_BYTES = 100L << 20;

    private final String deviceType;
    private final Path directory;
    private final RecordingOrder order;
    private final Clock clock;
    private final Instant startedAt;
    private final Function<String, Set<String>> deviceSecrets;
    private final Masks masks = new Masks();
    private final ThreadPoolExecutor writer;
    private final AtomicLong waiting = new AtomicLong();
    private long bytes;
    private volatile boolean ended;
    private volatile int written;
    private volatile int leftOut;
    private volatile String reason = "";

    /** Begins; the directory is there. */
    Take(String deviceType, Path directory, RecordingOrder order, Clock clock, Function<String, Set<String>> secrets) {
        this.deviceType = deviceType;
        this.directory = directory;
        this.order = order;
        this.clock = clock;
        this.startedAt = clock.instant();
        this.deviceSecrets = secrets;
        this.writer = new ThreadPoolExecutor(
                1,
                1,
                10,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(QUEUE),
                task -> new Thread(task, "smartems-recording"));
        writer.allowCoreThreadTimeOut(true);
    }

    boolean isRunning() {
        return !ended && clock.instant().isBefore(endsAt());
    }

    /** Never waits, and never fails: the device is being answered, and the check-in is stored. */
    void add(Supplier<Exchange> ended) {
        if (!isRunning()) {
            return;
        }
        try {
            Exchange exchange = ended.get();
            queue(exchange, exchange.length());
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    /** What waits is outside of the memory that bodies may take: little of it may, and nothing that is left out. */
    private void queue(Exchange exchange, long length) {
        if (length > ExchangeText.LONGEST) {
            leaveOut(ExchangeText.TOO_LONG);
            return;
        }
        if (waiting.addAndGet(length) > MOST_WAITING) {
            waiting.addAndGet(-length);
            leaveOut(TOO_MANY);
            return;
        }
        try {
            writer.execute(() -> {
                try {
                    write(exchange);
                } finally {
                    waiting.addAndGet(-length);
                }
            });
        } catch (RejectedExecutionException e) {
            waiting.addAndGet(-length);
            leaveOut(TOO_MANY);
        }
    }

    /** Ends it and waits for what was brought before. */
    void end() {
        writer.shutdown();
        try {
            writer.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended = true;
            writer.shutdownNow().forEach(dropped -> leaveOut("the recording ended before it was written"));
        }
    }

    Recording state() {
        return new Recording(
                deviceType, directory, isRunning(), startedAt, endsAt(), order.count(), written, leftOut, reason);
    }

    private Instant endsAt() {
        return startedAt.plus(order.time());
    }

    private void write(Exchange exchange) {
        if (ended) {
            return;
        }
        try {
            String identifier = exchange.decision().map(it -> it.identifier()).orElse("");
            String text = ExchangeText.of(exchange, masks, deviceSecrets.apply(identifier));
            String name = String.format(Locale.ROOT, "%05d-%s.http", written + 1, ExchangeText.title(exchange));
            Path file = directory.resolve(name);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text);
            written++;
            bytes += text.length();
            ended = written >= order.count() || bytes > MOST_BYTES;
        } catch (Left e) {
            leaveOut(e.getMessage());
        } catch (IOException | RuntimeException | Error e) {
            fail(e);
        }
    }

    private void fail(Throwable e) {
        leaveOut("it could not be written, see the log");
        LOG.warn("An exchange of {} could not be recorded in {}", deviceType, directory, e);
    }

    private synchronized void leaveOut(String why) {
        leftOut++;
        reason = why;
    }
}
