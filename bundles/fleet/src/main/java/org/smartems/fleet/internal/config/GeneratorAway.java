// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.config;

import org.smartems.platform.plugin.PlugInAway;
import org.smartems.spi.config.ConfigException;

/** The generator is busy, faulty or too slow: the same text may well do a little later. */
final class GeneratorAway extends ConfigException {

    private static final long serialVersionUID = 1L;

    GeneratorAway(PlugInAway cause) {
        super("The generator is not available: " + cause.getMessage(), 0, cause);
    }
}
