// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Finds the templates that others include, extend, embed, import from or use. Called by many threads. */
@ConsumerType
@FunctionalInterface
public interface TwigLoader {

    /**
     * The text of a template. A rendering asks for each template it needs; the engine compiles a text once as long as
     * it stays the same.
     *
     * @param name as the template gives it, unchecked
     * @return empty when there is none
     */
    Optional<String> source(String name);
}
