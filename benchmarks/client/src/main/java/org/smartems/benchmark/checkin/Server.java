// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.checkin;

import java.nio.file.Path;
import org.smartems.benchmark.Processes;
import org.smartems.benchmark.Shell;

/**
 * Ways to a server and into it.
 *
 * @param home its directory
 * @param statements file with those of a check-in
 * @param pid of its process
 * @param databasePort of its database
 * @param target where devices call
 * @param shell its shell
 * @param database its database
 * @param processes what it costs
 * @param meter what it counts
 */
record Server(
        Path home,
        Path statements,
        long pid,
        int databasePort,
        Target target,
        Shell shell,
        Database database,
        Processes processes,
        Meter meter) {}
