// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.run;

/** What a filter, function or test does. */
@FunctionalInterface
public interface Body {

    /**
     * Runs it.
     *
     * @param frame of the caller
     * @param arguments in the order of the parameters; of a filter or test, the value comes first
     * @return a PHP value
     */
    Object apply(Frame frame, Object[] arguments);
}
