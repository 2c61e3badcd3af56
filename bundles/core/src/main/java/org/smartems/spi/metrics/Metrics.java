// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.metrics;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes the figures of one {@link MetricSource} at one moment. Not for use by several threads.
 *
 * <p>Names are of lower case letters, digits and underscores and begin with {@code smartems_}; they end with the unit,
 * such as {@code _seconds} or {@code _bytes}. Labels are names and values in turn; names are like those of figures, and
 * values come from a small set that no request can enlarge, such as the names of device types. A figure is told once
 * for each set of label values, always with the same label names and the same help.
 */
@ProviderType
public interface Metrics {

    /**
     * Something that only grows, from 0 at the start of the server or bundle.
     *
     * @param name without {@code _total}, which is added
     * @param help one sentence
     * @param value not negative
     * @param labels names and values in turn
     * @throws IllegalArgumentException when a name breaks the rules of this interface
     */
    void counter(String name, String help, double value, String... labels);

    /**
     * Something that goes up and down.
     *
     * @param name with the unit
     * @param help one sentence
     * @param value any number
     * @param labels names and values in turn
     * @throws IllegalArgumentException when a name breaks the rules of this interface
     */
    void gauge(String name, String help, double value, String... labels);

    /**
     * How something is distributed.
     *
     * @param name with the unit
     * @param help one sentence
     * @param histogram is read at once
     * @param labels names and values in turn
     * @throws IllegalArgumentException when a name breaks the rules of this interface
     */
    void histogram(String name, String help, Histogram histogram, String... labels);
}
