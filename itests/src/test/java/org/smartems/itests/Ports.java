// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** The ports of a server, all shifted by one offset. */
record Ports(int offset) {

    /** Keeps every port below those that the system gives to outgoing connections. */
    private static final int LARGEST_OFFSET = 14_000;

    private static final int SMALLEST_OFFSET = 1_000;
    private static final Random RANDOM = new Random();
    private static final Set<Integer> GIVEN = new HashSet<>();

    static synchronized Ports free() {
        for (int tries = 0; tries < 1000; tries++) {
            Ports ports = new Ports(SMALLEST_OFFSET + RANDOM.nextInt(LARGEST_OFFSET - SMALLEST_OFFSET));
            if (!GIVEN.contains(ports.offset()) && ports.areFree()) {
                GIVEN.add(ports.offset());
                return ports;
            }
        }
        throw new IllegalStateException("no free ports");
    }

    int https() {
        return 8443 + offset;
    }

    int devices() {
        return 18_443 + offset;
    }

    int http() {
        return 8181 + offset;
    }

    int ssh() {
        return 8101 + offset;
    }

    int postgres() {
        return 15_432 + offset;
    }

    boolean areFree() {
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
