// SPDX-License-Identifier: Apache-2.0
package org.smartems.testing.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/**
 * The ports of a server, all shifted by one offset.
 *
 * @param offset as the option {@code --port-offset} has it
 */
public record Ports(int offset) {

    /** Keeps every port below those that the system gives to outgoing connections. */
    private static final int LARGEST_OFFSET = 14_000;

    private static final int SMALLEST_OFFSET = 1_000;
    private static final Random RANDOM = new Random();
    private static final Set<Integer> GIVEN = new HashSet<>();

    /**
     * Ports that nobody uses and that this process was not given before.
     *
     * @return another offset each time
     */
    public static synchronized Ports free() {
        for (int tries = 0; tries < 1000; tries++) {
            Ports ports = new Ports(SMALLEST_OFFSET + RANDOM.nextInt(LARGEST_OFFSET - SMALLEST_OFFSET));
            if (!GIVEN.contains(ports.offset()) && ports.areFree()) {
                GIVEN.add(ports.offset());
                return ports;
            }
        }
        throw new IllegalStateException("no free ports");
    }

    /**
     * Where the REST API and edge gateways are served.
     *
     * @return a port with TLS
     */
    public int https() {
        return 8443 + offset;
    }

    /**
     * Where routers are served.
     *
     * @return a port with TLS
     */
    public int devices() {
        return 18_443 + offset;
    }

    /**
     * Where requests are redirected to HTTPS.
     *
     * @return a port without TLS
     */
    public int http() {
        return 8181 + offset;
    }

    /**
     * Where the shell is.
     *
     * @return a port with SSH
     */
    public int ssh() {
        return 8101 + offset;
    }

    /**
     * Where the embedded database is.
     *
     * @return a port of PostgreSQL
     */
    public int postgres() {
        return 15_432 + offset;
    }

    /**
     * Whether nobody listens at any of them.
     *
     * @return as it is now
     */
    public boolean areFree() {
        return isFree(https()) && isFree(devices()) && isFree(http()) && isFree(ssh()) && isFree(postgres());
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
