// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.outage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.smartems.benchmark.Api;
import org.smartems.benchmark.Program;

/** Somebody who looks at the first page of the devices again and again, and how long it takes. */
final class People {

    private static final long PAUSE_NANOS = 200_000_000;
    private static final double SLOW_SECONDS = 1;
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

    /** Seconds of each page until it is ended, or a page is refused. */
    final class Watch implements AutoCloseable {

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
                    double last = page();
                    seconds.add(last);
                    if (last > SLOW_SECONDS) {
                        Program.ERR.printf(Locale.ROOT, "a page took %.1f s%n", last);
                    }
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            } catch (IOException | RuntimeException e) {
                refused = e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** Fails when a page was refused. */
        void check() throws IOException {
            if (refused != null) {
                throw new IOException("a page was refused: " + refused, refused);
            }
        }

        /** Looks no more, and tells what was seen. */
        List<Double> end() throws IOException, InterruptedException {
            close();
            thread.join();
            check();
            return seconds;
        }

        /** Looks no more. */
        @Override
        public void close() {
            over = true;
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
