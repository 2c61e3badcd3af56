// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.run;

import java.time.Clock;
import java.time.ZoneId;

/**
 * What applies to a rendering.
 *
 * @param strict whether a missing variable and what PHP warns about is an error
 * @param nanos limit of time
 * @param turns limit of loop turns and calls of functions
 * @param depth limit of levels
 * @param output limit of characters of a text
 * @param elements limit of elements of an array
 * @param memory limit of work in characters
 * @param source limit of characters of a template
 * @param zone the time zone of dates
 * @param clock what time it is
 */
public record Settings(
        boolean strict,
        long nanos,
        int turns,
        int depth,
        int output,
        int elements,
        long memory,
        int source,
        ZoneId zone,
        Clock clock) {}
