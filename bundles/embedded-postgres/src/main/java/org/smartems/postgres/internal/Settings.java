// SPDX-License-Identifier: Apache-2.0
package org.smartems.postgres.internal;

import java.nio.file.Path;

/**
 * How a server is run.
 *
 * @param directory its own directory, made when absent
 * @param port the port on 127.0.0.1
 * @param maxConnections how many connections it takes
 * @param runAs the user to run it as when started by root; empty to choose one
 * @param binaries its programs
 */
public record Settings(Path directory, int port, int maxConnections, String runAs, Binaries binaries) {}
