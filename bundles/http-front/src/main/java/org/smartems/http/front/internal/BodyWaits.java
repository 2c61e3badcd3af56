// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.util.concurrent.Semaphore;

/**
 * Bounds how many threads wait for the rest of a body at once, far below what the server has: clients that send slowly
 * must not be able to take them all.
 */
final class BodyWaits {

    private static final int AT_ONCE = 64;

    private final Semaphore places = new Semaphore(AT_ONCE);

    boolean begin() {
        return places.tryAcquire();
    }

    void end() {
        places.release();
    }
}
