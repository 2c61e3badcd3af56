// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.smartems.fleet.internal.checkin.Write.Written;
import org.smartems.persistence.DatabaseUnavailable;
import org.smartems.persistence.Transactions;
import org.smartems.spi.metrics.Histogram;
import org.smartems.spi.metrics.Metrics;

/**
 * WRITE: one transaction for all who wait.
 *
 * <p>A batch holds one contact of a device at most, in the order of the devices' ids. When it fails, each of its
 * contacts is written alone, so that one that cannot be stored fails alone.
 */
final class CheckInWriter {

    /** While one waits for the disk, another one works; more would make the batches small. */
    private static final int THREADS = 2;

    /** A batch that takes longer waits for somebody; those that have come meanwhile do not. */
    private static final Duration PATIENCE = Duration.ofMillis(20);

    /** A batch is in memory twice while it is sent. A contact with more is written alone. */
    private static final long MOST_BYTES = 8 << 20;

    private final Transactions transactions;
    private final StateTable states;
    private final LogTables logs;
    private final Arrivals arrivals;
    private final Batcher<Write> batcher;
    private final Histogram sizes = Histogram.of(1, 2, 4, 8, 16, 32, 64, 128, 256);

    CheckInWriter(Transactions transactions, StateTable states, LogTables logs, Arrivals arrivals, int mostAtOnce) {
        this.transactions = transactions;
        this.states = states;
        this.logs = logs;
        this.arrivals = arrivals;
        Batcher.Size size = new Batcher.Size(THREADS, mostAtOnce, PATIENCE);
        this.batcher = new Batcher<>("smartems-fleet-write", size, CheckInWriter::mayShare, this::write);
    }

    /** A contact is on its way: a batch may wait for it. To be followed by {@link #submit} or {@link #withdraw}. */
    void announce() {
        batcher.announce();
    }

    /** An announced contact will not come. */
    void withdraw() {
        batcher.withdraw();
    }

    /** Writes an announced contact with the next batch. */
    void submit(Write write) {
        if (!batcher.submit(write, true)) {
            write.done().completeExceptionally(Refusals.stopping());
        }
    }

    /** How many wait for the next batch. */
    int waiting() {
        return batcher.waiting();
    }

    void measure(Metrics metrics) {
        metrics.histogram("smartems_check_in_batch_size", "Reports that are written with one commit.", sizes);
        metrics.gauge("smartems_check_ins_waiting", "Reports that wait to be written.", waiting());
    }

    /** Writes what is there, then ends. */
    void close() {
        batcher.close();
    }

    private static boolean mayShare(List<Write> batch, Write next) {
        if (next.arrival().isPresent() || batch.get(0).arrival().isPresent()) {
            return false;
        }
        long bytes = next.bytes();
        for (Write write : batch) {
            bytes += write.bytes();
            if (bytes > MOST_BYTES || next.device() != 0 && write.device() == next.device()) {
                return false;
            }
        }
        return true;
    }

    private void write(List<Write> batch) {
        sizes.record(batch.size());
        batch.sort(Comparator.comparingLong(Write::device));
        try {
            Map<Long, Written> ends = transactions.call(() -> store(batch));
            batch.forEach(write -> write.done().complete(ends.getOrDefault(write.device(), Written.STORED)));
        } catch (Arrivals.Ended e) {
            batch.get(0).done().complete(e.how());
        } catch (DatabaseUnavailable e) {
            batch.forEach(write -> write.done().completeExceptionally(e));
        } catch (RuntimeException | Error e) {
            failed(batch, e);
        }
    }

    /** What has waited in vain would do so again alone, and keep everybody waiting once more. */
    private void failed(List<Write> batch, Throwable reason) {
        if (Locks.wereLost(reason)) {
            batch.forEach(write -> write.done().complete(Written.LOCKED));
        } else if (Locks.timedOut(reason)) {
            batch.forEach(write -> write.done().completeExceptionally(Refusals.slow(reason)));
        } else if (batch.size() > 1) {
            batch.forEach(write -> write(new ArrayList<>(List.of(write))));
        } else {
            batch.get(0).done().completeExceptionally(Refusals.notStored(reason));
        }
    }

    /** How it ends for the devices whose state is written. */
    private Map<Long, Written> store(List<Write> batch) {
        boolean arrives = batch.get(0).arrival().isPresent();
        List<Write> ready = arrives ? List.of(arrivals.prepare(batch.get(0))) : batch;
        List<Write> withState =
                ready.stream().filter(write -> write.state().isPresent()).toList();
        Map<Long, Written> ends = withState.isEmpty() ? Map.of() : states.update(withState);
        List<Write> stored = ready.stream()
                .filter(write -> ends.getOrDefault(write.device(), Written.STORED) == Written.STORED)
                .toList();
        if (arrives && stored.isEmpty()) {
            throw new Arrivals.Ended(ends.get(ready.get(0).device())); // what was prepared is undone
        }
        if (!stored.isEmpty()) {
            logs.insert(stored);
        }
        return ends;
    }
}
