// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.config;

import org.smartems.fleet.internal.FakeGenerator;

/** Compiled configs for tests without a database. */
public final class TestConfigs {

    private TestConfigs() {}

    /** A config that the fake generator renders. */
    public static ConfigSnapshot of(long id, String text) {
        Generators generators = new Generators();
        generators.addGenerator(new FakeGenerator("twig"));
        return ConfigSnapshot.of(new ConfigSnapshot.Source(id, 1, "twig", text), generators);
    }
}
