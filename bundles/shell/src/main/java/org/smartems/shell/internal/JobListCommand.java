// SPDX-License-Identifier: Apache-2.0
package org.smartems.shell.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.smartems.platform.job.JobState;
import org.smartems.platform.job.Jobs;
import org.smartems.shell.ListAction;

/** Shows the background work of all nodes and what became of it. */
@Service
@Command(scope = "smartems", name = "job-list", description = "Shows background work and how its last run ended")
public final class JobListCommand extends ListAction {

    @Override
    protected List<Map<String, Object>> rows() {
        return use(Jobs.class, Jobs::states).stream().map(JobListCommand::row).toList();
    }

    @Override
    protected List<String> columns() {
        return List.of("Job", "State", "Every", "Began", "Ended", "Failures", "Last failure");
    }

    private static Map<String, Object> row(JobState job) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", job.name());
        row.put("state", state(job));
        row.put("interval", job.interval().map(JobListCommand::text).orElse("not on this node"));
        row.put("startedAt", job.startedAt().map(JobListCommand::text).orElse("never"));
        row.put("endedAt", job.endedAt().map(JobListCommand::text).orElse("never"));
        row.put("failures", job.failures());
        row.put("failure", job.failure().orElse(""));
        return row;
    }

    private static String state(JobState job) {
        if (job.running()) {
            return "running";
        }
        return job.failures() > 0 ? "failed" : "waiting";
    }

    private static String text(Duration interval) {
        return interval.toString().substring(2).toLowerCase(Locale.ROOT);
    }

    private static String text(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
