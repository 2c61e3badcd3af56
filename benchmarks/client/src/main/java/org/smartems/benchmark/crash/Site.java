// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.crash;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.smartems.testing.Eventually;
import org.smartems.testing.server.LineProxy;
import org.smartems.testing.server.ServerProcess;

/**
 * What can be hit.
 *
 * @param server with the database that comes along
 * @param line of all devices
 * @param random chooses
 * @param deck hits that are still to come before any comes again
 */
record Site(ServerProcess server, LineProxy line, Random random, List<Hit> deck) {

    static final Duration LIMIT = Duration.ofMinutes(5);

    private static final int CUT_PERCENT = 30;

    Site(ServerProcess server, LineProxy line, Random random) {
        this(server, line, random, new ArrayList<>());
    }

    Hit choose() {
        if (deck.isEmpty()) {
            deck.addAll(List.of(Hit.values()));
            Collections.shuffle(deck, random);
        }
        return deck.remove(0);
    }

    void strike(Hit hit) throws IOException, InterruptedException {
        switch (hit) {
            case SERVER -> {
                server.kill();
                server.start("");
            }
            case DATABASE -> server.database().kill();
            case BACKEND -> killBackend();
            case LINE -> {
                line.cut(CUT_PERCENT, false);
                line.cutAll();
            }
        }
    }

    private void killBackend() throws IOException {
        List<ProcessHandle> backends = server.database().backends();
        if (backends.isEmpty()) {
            throw new IOException("the database serves no connection");
        }
        backends.get(random.nextInt(backends.size())).destroyForcibly();
    }

    /** Returns once it is ready and the devices are served again. */
    void awaitBack(BooleanSupplier served) {
        server.awaitHealth("/health/ready", 200, LIMIT);
        Eventually.until(() -> "a check-in after the hit is acknowledged\n" + server.logEnd(), LIMIT, served);
        line.cut(0, false);
    }
}
