// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.config;

import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/** A compiled text of a {@link ConfigGenerator}; immutable and safe for use by many threads. */
@ConsumerType
public interface CompiledConfig {

    /**
     * Renders the text: pure, the same variables give the same result, the date and random numbers apart.
     *
     * @param variables names with values: null, {@code Boolean}, {@code Long}, {@code Double}, {@code String}, and
     *     {@code List} and {@code Map} (with {@code String} keys) of these; never changed
     * @return the config, not trimmed
     * @throws ConfigException when a variable is missing, unless lenient, an operation fails or a limit is passed
     */
    String render(Map<String, Object> variables) throws ConfigException;
}
