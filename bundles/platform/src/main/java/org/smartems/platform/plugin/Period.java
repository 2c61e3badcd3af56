// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.plugin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** The time of a plug-in from its installation or a restart to the next. */
final class Period {

    private static final int LONGEST_REASON = 200;

    final Permits permits;
    final LongAdder calls = new LongAdder();
    final LongAdder refused = new LongAdder();

    private final LongAdder faults = new LongAdder();
    private final LongAdder stuck = new LongAdder();
    private final List<Call> stuckCalls = new ArrayList<>();
    private final Instant since = Instant.now();
    private volatile boolean faulty;
    private volatile PlugIn.Fault lastFault;

    Period(Limits limits, Watchdog watchdog) {
        permits = new Permits(limits, watchdog::now);
    }

    boolean isFaulty() {
        return faulty;
    }

    void addFault(String reason) {
        faults.increment();
        remember(reason);
    }

    /** True when that was the one stuck call too many; those that ended before a moment do not count. */
    synchronized boolean addStuck(Call call, Limits limits, long moment) {
        stuck.increment();
        remember("A call " + call.excess());
        stuckCalls.removeIf(former -> former.ended() && former.stuckSince() - moment < 0);
        stuckCalls.add(call);
        boolean before = faulty;
        faulty = before || stuckCalls.size() >= limits.stuck();
        return faulty && !before;
    }

    PlugIn.State present() {
        return faulty ? PlugIn.State.FAULTY : PlugIn.State.SERVING;
    }

    PlugIn state(PlugIn.Named named, PlugIn.State state) {
        return new PlugIn(
                named,
                state,
                since,
                new PlugIn.Counts(permits.taken(), calls.sum(), faults.sum(), stuck.sum(), refused.sum()),
                Optional.ofNullable(lastFault));
    }

    private void remember(String reason) {
        String line = reason.replaceAll("\\p{Cntrl}+", " ");
        String text = line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON);
        lastFault = new PlugIn.Fault(Instant.now(), text);
    }
}
