// SPDX-License-Identifier: Apache-2.0
package org.smartems.shell.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.smartems.platform.job.Jobs;
import org.smartems.shell.ShellAction;

/** Runs a job before its time. */
@Service
@Command(
        scope = "smartems",
        name = "job-run",
        description = "Runs background work of this node now, although it is not due")
public final class JobRunCommand extends ShellAction {

    @Argument(name = "job", description = "Name of the job", required = true)
    @Completion(JobCompleter.class)
    String job;

    @Override
    protected void run() {
        use(Jobs.class, jobs -> {
            jobs.run(job);
            return job;
        });
        print("Job " + job + " begins; smartems:job-list tells how it ends.");
    }
}
