// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Bounds how many threads wait for the rest of a body at once, far below what the server has, and how many of them one
 * client may take: clients that send slowly must not be able to take them all.
 */
final class BodyWaits {

    private static final int AT_ONCE = 64;
    private static final int OF_ONE_CLIENT = 16;
    private static final int PATIENCE_SECONDS = 1;

    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Map<String, Integer> clients = new ConcurrentHashMap<>();

    boolean begin(String client) {
        if (clients.merge(client, 1, Integer::sum) <= OF_ONE_CLIENT && acquire()) {
            return true;
        }
        leave(client);
        return false;
    }

    void end(String client) {
        places.release();
        leave(client);
    }

    private void leave(String client) {
        clients.computeIfPresent(client, (name, count) -> count == 1 ? null : count - 1);
    }

    private boolean acquire() {
        try {
            return places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
