// SPDX-License-Identifier: Apache-2.0
package org.smartems.shell.internal;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.FeaturesService.Option;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets Karaf resolve what is installed some times after the start, without effect.
 *
 * <p>A plug-in archive is resolved against all features. Java has compiled the resolver only after several runs, and
 * until then a run takes seconds on a busy server: time for which the plug-in is away.
 */
@Component(
        service = {},
        immediate = true)
public final class FeatureResolverWarmUp {

    private static final Logger LOG = LoggerFactory.getLogger(FeatureResolverWarmUp.class);
    static final int RUNS = 16;

    /** Most devices that come back after a start are served by then. */
    private static final Duration DELAY = Duration.ofMinutes(3);

    /** When this bundle comes later it was updated, and the runs were made. */
    private static final Duration START = Duration.ofMinutes(5);

    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final FeaturesService features;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "smartems-feature-resolver-warm-up"));
    private final List<Long> took = new ArrayList<>();
    private int failed;

    @Activate
    public FeatureResolverWarmUp(@Reference FeaturesService features) {
        this(features, DELAY, PAUSE);
        if (ManagementFactory.getRuntimeMXBean().getUptime() > START.toMillis()) {
            close();
        }
    }

    FeatureResolverWarmUp(FeaturesService features, Duration delay, Duration pause) {
        this.features = features;
        timer.scheduleWithFixedDelay(this::resolve, delay.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** No more runs will come. */
    boolean ended() {
        return timer.isTerminated();
    }

    @Deactivate
    void close() {
        timer.shutdownNow();
    }

    private void resolve() {
        try {
            long begin = System.nanoTime();
            features.updateFeaturesState(Map.of(), EnumSet.of(Option.Simulate));
            took.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
        } catch (Exception | LinkageError e) {
            failed++;
            tellFailure(e);
        }
        if (took.size() + failed == RUNS) {
            timer.shutdown();
            tell();
        }
    }

    /** Another change may be under way when one fails, so it counts only when all do. */
    private void tellFailure(Throwable failure) {
        if (failed == RUNS && !timer.isShutdown()) {
            LOG.warn("Features could not be resolved; a plug-in archive would not be installed", failure);
        } else {
            LOG.debug("Features could not be resolved this time", failure);
        }
    }

    private void tell() {
        if (!took.isEmpty()) {
            LOG.info("Features are resolved in {} ms; at first it took {}", took.get(took.size() - 1), took.get(0));
        }
    }
}
