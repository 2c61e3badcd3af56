// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.plugin;

import java.lang.management.ManagementFactory;

/** How much memory threads have taken, whether they still hold it or not. */
final class Allocations {

    private static final java.lang.management.ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Allocations() {}

    /** In bytes since the thread began; always the same where this Java does not count. */
    static long of(Thread thread) {
        return THREADS instanceof com.sun.management.ThreadMXBean counting
                        && counting.isThreadAllocatedMemorySupported()
                ? counting.getThreadAllocatedBytes(thread.getId())
                : 0;
    }
}
