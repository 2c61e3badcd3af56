// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.run;

import java.util.HashMap;
import java.util.Map;

/** What one template has gathered in one rendering. */
final class State {

    private final Map<String, Unit> imports = new HashMap<>();
    private final Map<String, BlockRef> traits;
    private final Map<String, BlockRef> blocks;

    State(Run run, Unit unit) {
        traits = unit.traits(run);
        if (traits.isEmpty()) {
            blocks = unit.ownBlocks();
        } else {
            blocks = new HashMap<>(traits);
            blocks.putAll(unit.ownBlocks());
        }
    }

    Map<String, Unit> imports() {
        return imports;
    }

    Map<String, BlockRef> traits() {
        return traits;
    }

    Map<String, BlockRef> blocks() {
        return blocks;
    }
}
