// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.run;

import org.smartems.twig.internal.value.Meter;

/** Finds other templates. */
public interface Loader {

    /**
     * Compiles a template or answers the compiled one.
     *
     * @param name of the template
     * @param meter is told of the text, which is compared or compiled
     * @return null when there is none
     */
    Unit unit(String name, Meter meter);

    /**
     * The text of a template.
     *
     * @param name of the template
     * @return null when there is none
     */
    String source(String name);
}
