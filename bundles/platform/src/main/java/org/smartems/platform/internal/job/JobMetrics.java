// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.job;

import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.platform.job.JobState;
import org.smartems.platform.job.Jobs;
import org.smartems.spi.metrics.MetricSource;
import org.smartems.spi.metrics.Metrics;

/** How jobs fare, on whatever node they run: every node tells the same. */
@Component
public final class JobMetrics implements MetricSource {

    private final Jobs jobs;

    @Activate
    public JobMetrics(@Reference Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public void measure(Metrics metrics) {
        for (JobState job : jobs.states()) {
            metrics.gauge(
                    "smartems_job_running", "Whether a node is at a job.", job.running() ? 1 : 0, "job", job.name());
            metrics.gauge("smartems_job_failures", "Failures of a job in a row.", job.failures(), "job", job.name());
            job.endedAt().ifPresent(ended -> tellEnd(metrics, job.name(), ended));
        }
    }

    private static void tellEnd(Metrics metrics, String job, Instant ended) {
        String help = "When the last tick of a job ended, in seconds since 1970.";
        metrics.gauge("smartems_job_ended_timestamp_seconds", help, ended.toEpochMilli() / 1e3, "job", job);
    }
}
