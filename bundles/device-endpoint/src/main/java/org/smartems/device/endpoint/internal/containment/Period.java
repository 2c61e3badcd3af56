// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal.containment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.smartems.device.endpoint.PlugIn;

/** The time of a plug-in from its installation or a restart to the next. */
final class Period {

    final Permits permits;
    final LongAdder calls = new LongAdder();
    final LongAdder faults = new LongAdder();
    final LongAdder refused = new LongAdder();

    private final LongAdder stuck = new LongAdder();
    private final List<Call> stuckCalls = new ArrayList<>();
    private volatile boolean faulty;

    Period(Limits limits) {
        permits = new Permits(limits);
    }

    boolean isFaulty() {
        return faulty;
    }

    /** True when that was the one stuck call too many; those that ended before a moment do not count. */
    synchronized boolean addStuck(Call call, int most, long moment) {
        stuck.increment();
        stuckCalls.removeIf(former -> former.ended() && former.stuckSince() - moment < 0);
        stuckCalls.add(call);
        boolean before = faulty;
        faulty = before || stuckCalls.size() >= most;
        return faulty && !before;
    }

    PlugIn state(String id) {
        return new PlugIn(id, faulty, permits.taken(), calls.sum(), faults.sum(), stuck.sum(), refused.sum());
    }
}
