// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.outage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.smartems.benchmark.Api;

/** Somebody who looks at the first page of the devices again and again, and how long it takes. */
final class People {

    private static final long PAUSE_NANOS = 200_000_000;
    private static final String PAGE =
            "{\"page\": 1, \"rowsPerPage\": 25, \"sorting\": [{\"field\": \"id\", \"direction\": \"desc\"}]}";

    /** A token is good for five minutes. */
    private static final long SESSION_NANOS = 240_000_000_000L;

    private final Api api;
    private final String password;
    private long loggedInAt;

    /** As the administrator. */
    People(Api api, String password) throws IOException, InterruptedException {
        this.api = api;
        this.password = password;
        login();
    }

    private void login() throws IOException, InterruptedException {
        api.login("admin", password);
        loggedInAt = System.nanoTime();
    }

    /** Seconds of each page until the thread ends; what is refused ends it, too. */
    final class Watch {

        private final List<Double> seconds = new ArrayList<>();
        private final Thread thread = new Thread(this::look, "people");
        private volatile boolean over;
        private volatile Exception refused;

        private Watch() {
            thread.start();
        }

        private void look() {
            try {
                while (!over) {
                    seconds.add(page());
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            } catch (IOException | RuntimeException e) {
                refused = e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        boolean isRefused() {
            return refused != null;
        }

        /** Looks no more, and tells what was seen. */
        List<Double> end() throws IOException, InterruptedException {
            over = true;
            thread.join();
            if (refused != null) {
                throw new IOException("a page was refused: " + refused, refused);
            }
            return seconds;
        }
    }

    Watch watch() {
        return new Watch();
    }

    /** Seconds of one page. */
    double page() throws IOException, InterruptedException {
        if (System.nanoTime() - loggedInAt > SESSION_NANOS) {
            login();
        }
        long begin = System.nanoTime();
        api.post("device/list", PAGE);
        return (System.nanoTime() - begin) / 1e9;
    }
}
