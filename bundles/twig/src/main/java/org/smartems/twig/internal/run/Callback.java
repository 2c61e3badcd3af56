// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.run;

import org.smartems.twig.internal.value.Types;

/** The value of an arrow function. */
public interface Callback extends Types.Named {

    /**
     * Calls it.
     *
     * @param arguments at least as many as it has parameters
     * @return a PHP value
     */
    Object call(Object... arguments);

    @Override
    default String typeName() {
        return "Closure";
    }
}
