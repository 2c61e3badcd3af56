// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.batch;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.persistence.Transactions;
import org.smartems.platform.configuration.Configurations;
import org.smartems.platform.internal.user.UserStore;
import org.smartems.resource.Resources;
import org.smartems.resource.Route;

/**
 * Does large batches, one piece after the other, each in a transaction with its results: a server that ends in between
 * has lost nothing and goes on where it was. All nodes take part; a row lock keeps them from the same job.
 */
@Component(
        service = {},
        immediate = true)
public final class BatchRunner {

    private static final Logger LOG = LoggerFactory.getLogger(BatchRunner.class);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final List<Resources> providers = new CopyOnWriteArrayList<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final BatchStep step;
    private final Thread thread = new Thread(this::run, "smartems-batches");

    @Activate
    public BatchRunner(
            @Reference Transactions transactions,
            @Reference UserStore users,
            @Reference Configurations configurations) {
        BatchAuthors authors = new BatchAuthors(users, configurations, Clock.systemUTC());
        step = new BatchStep(transactions, authors, this::route);
        thread.setDaemon(true);
        thread.start();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(Resources provider) {
        providers.add(provider);
    }

    void remove(Resources provider) {
        providers.remove(provider);
    }

    private Optional<Route> route(String path) {
        return providers.stream()
                .flatMap(provider -> provider.resources().stream())
                .flatMap(resource -> resource.routes().stream())
                .filter(route -> route.answer() == Route.Answer.BATCH
                        && route.method().equals("POST")
                        && route.path().equals(path))
                .findFirst();
    }

    private void run() {
        try {
            while (stopped.getCount() > 0) {
                if (!step.run()) {
                    stopped.await(IDLE.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("Interrupted", e);
        }
    }

    /** Lets the piece that is under way end. */
    @Deactivate
    void stop() throws InterruptedException {
        stopped.countDown();
        thread.join(STOP.toMillis());
    }
}
