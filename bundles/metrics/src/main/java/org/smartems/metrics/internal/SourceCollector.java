// SPDX-License-Identifier: Apache-2.0
package org.smartems.metrics.internal;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.spi.metrics.MetricSource;

/** Asks every source; one that fails is left out, and no other is. */
final class SourceCollector implements MultiCollector {

    private static final Logger LOG = LoggerFactory.getLogger(SourceCollector.class);

    private final List<MetricSource> sources = new CopyOnWriteArrayList<>();
    private final Map<String, LongAdder> failures = new ConcurrentHashMap<>();

    void add(MetricSource source) {
        sources.add(source);
    }

    void remove(MetricSource source) {
        sources.remove(source);
    }

    @Override
    public MetricSnapshots collect() {
        Snapshots all = new Snapshots();
        for (MetricSource source : sources) {
            try {
                Snapshots own = new Snapshots();
                source.measure(own);
                all.addAll(own);
            } catch (RuntimeException | LinkageError e) {
                failed(name(source), e);
            }
        }
        failures.forEach((name, count) -> all.counter(
                "smartems_metric_source_failures",
                "Answers that lack the figures of a source, which has failed.",
                count.sum(),
                "source",
                name));
        return new MetricSnapshots(all.all());
    }

    /** Of the class that says it, also when it is a lambda. */
    private static String name(MetricSource source) {
        return source.getClass().getName().replaceFirst("\\$\\$.*", "");
    }

    /** The first time in full: a database that is away would fill the log. */
    private void failed(String source, Throwable e) {
        LongAdder count = failures.computeIfAbsent(source, unknown -> new LongAdder());
        count.increment();
        if (count.sum() == 1) {
            LOG.warn("{} does not tell its figures; this is said once", source, e);
        } else {
            LOG.debug("{} does not tell its figures: {}", source, e.toString());
        }
    }
}
