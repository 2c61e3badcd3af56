// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.templates;

import org.smartems.spi.config.ConfigGenerator;

/** Brings the generator, which in the product is a service, not a class for others. */
final class Velocity {

    private static final String CLASS = "org.smartems.generator.velocity.internal.VelocityGenerator";

    private Velocity() {}

    static ConfigGenerator generator() throws ReflectiveOperationException {
        return (ConfigGenerator) Class.forName(CLASS).getConstructor().newInstance();
    }
}
