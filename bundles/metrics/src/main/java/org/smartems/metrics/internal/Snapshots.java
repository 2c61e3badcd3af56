// SPDX-License-Identifier: Apache-2.0
package org.smartems.metrics.internal;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.smartems.spi.metrics.Histogram;
import org.smartems.spi.metrics.Metrics;

/** Collects what sources tell, by name. */
final class Snapshots implements Metrics {

    private static final Pattern NAME = Pattern.compile("smartems_[a-z][a-z0-9_]*");
    private static final Pattern LABEL = Pattern.compile("[a-z][a-z0-9_]*");

    private final Map<String, Family> families = new LinkedHashMap<>();

    private enum Kind {
        COUNTER,
        GAUGE,
        HISTOGRAM
    }

    private record Family(Kind kind, String help, Map<Labels, DataPointSnapshot> points) {}

    @Override
    public void counter(String name, String help, double value, String... labels) {
        if (!(value >= 0)) {
            throw new IllegalArgumentException(name + " must not be " + value);
        }
        add(name, new Family(Kind.COUNTER, help, new LinkedHashMap<>()), labels(name, labels), value);
    }

    @Override
    public void gauge(String name, String help, double value, String... labels) {
        add(name, new Family(Kind.GAUGE, help, new LinkedHashMap<>()), labels(name, labels), value);
    }

    @Override
    public void histogram(String name, String help, Histogram histogram, String... labels) {
        add(name, new Family(Kind.HISTOGRAM, help, new LinkedHashMap<>()), labels(name, labels), histogram);
    }

    /** What another source has told, unless this one has told of the same things differently. */
    void addAll(Snapshots other) {
        other.families.forEach((name, family) -> {
            Family mine = family(name, family);
            family.points().forEach((labels, point) -> put(name, mine, labels, point));
        });
    }

    List<MetricSnapshot> all() {
        List<MetricSnapshot> all = new ArrayList<>();
        families.forEach((name, family) -> all.add(snapshot(name, family)));
        return all;
    }

    private void add(String name, Family wanted, Labels labels, Object value) {
        Family family = family(name, wanted);
        DataPointSnapshot point =
                switch (family.kind()) {
                    case COUNTER -> new CounterDataPointSnapshot((Double) value, labels, null, 0L);
                    case GAUGE -> new GaugeDataPointSnapshot((Double) value, labels, null);
                    case HISTOGRAM -> point((Histogram) value, labels);
                };
        put(name, family, labels, point);
    }

    private Family family(String name, Family wanted) {
        Family family = families.computeIfAbsent(
                name, unknown -> new Family(wanted.kind(), wanted.help(), new LinkedHashMap<>()));
        if (family.kind() != wanted.kind() || !family.help().equals(wanted.help())) {
            throw new IllegalArgumentException(name + " is told of in two ways");
        }
        return family;
    }

    private static void put(String name, Family family, Labels labels, DataPointSnapshot point) {
        if (family.points().putIfAbsent(labels, point) != null) {
            throw new IllegalArgumentException(name + " is told twice for " + labels);
        }
    }

    private static HistogramDataPointSnapshot point(Histogram histogram, Labels labels) {
        double[] bounds = histogram.bounds();
        ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
        long[] counts = histogram.counts();
        for (int i = 0; i < counts.length; i++) {
            buckets.bucket(i < bounds.length ? bounds[i] : Double.POSITIVE_INFINITY, counts[i]);
        }
        return HistogramDataPointSnapshot.builder()
                .classicHistogramBuckets(buckets.build())
                .sum(histogram.sum())
                .labels(labels)
                .build();
    }

    private static MetricSnapshot snapshot(String name, Family family) {
        MetricMetadata metadata = new MetricMetadata(name, family.help());
        return switch (family.kind()) {
            case COUNTER -> new CounterSnapshot(metadata, points(family, CounterDataPointSnapshot.class));
            case GAUGE -> new GaugeSnapshot(metadata, points(family, GaugeDataPointSnapshot.class));
            case HISTOGRAM -> new HistogramSnapshot(metadata, points(family, HistogramDataPointSnapshot.class));
        };
    }

    private static <T> List<T> points(Family family, Class<T> type) {
        return family.points().values().stream().map(type::cast).toList();
    }

    private static Labels labels(String name, String... labels) {
        if (!NAME.matcher(name).matches() || name.endsWith("_total")) {
            throw new IllegalArgumentException(name + " is no name of a figure");
        }
        for (int i = 0; i < labels.length; i += 2) {
            if (!LABEL.matcher(labels[i]).matches() || labels[i].equals("le")) {
                throw new IllegalArgumentException(labels[i] + " is no name of a label");
            }
        }
        return Labels.of(labels);
    }
}
