// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests.misbehaving;

import org.smartems.spi.config.CompiledConfig;
import org.smartems.spi.config.ConfigGenerator;

/** Answers nothing. */
final class TestGenerator implements ConfigGenerator {

    @Override
    public String id() {
        return "wild";
    }

    @Override
    public String label() {
        return "Wild";
    }

    @Override
    public CompiledConfig compile(String source) {
        return null;
    }
}
