// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.job;

import java.time.Duration;
import org.smartems.spi.job.Job;

/** A job that does what a test says. */
record TestJob(String name, Duration interval, Work work) implements Job {

    /** A tick. */
    interface Work {
        void run() throws Exception;
    }

    @Override
    public void run() throws Exception {
        work.run();
    }
}
