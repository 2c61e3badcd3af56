// SPDX-License-Identifier: Apache-2.0
package org.smartems.shell.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;
import org.osgi.framework.BundleContext;
import org.smartems.platform.job.JobState;
import org.smartems.platform.job.Jobs;

/** Shows the background work of all nodes and what became of it. */
@Service
@Command(scope = "smartems", name = "job-list", description = "Shows background work and how its last run ended")
public final class JobListCommand implements Action {

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() {
        ShellTable table = new ShellTable();
        for (String column : new String[] {"Job", "State", "Every", "Began", "Ended", "Failures", "Last failure"}) {
            table.column(column);
        }
        Services.use(context, Jobs.class, Jobs::states)
                .forEach(job -> table.addRow().addContent(row(job)));
        table.print(session.getConsole());
        return null;
    }

    private static Object[] row(JobState job) {
        return new Object[] {
            job.name(),
            state(job),
            job.interval().map(JobListCommand::text).orElse("not on this node"),
            job.startedAt().map(JobListCommand::text).orElse("never"),
            job.endedAt().map(JobListCommand::text).orElse("never"),
            job.failures(),
            job.failure().orElse("")
        };
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
