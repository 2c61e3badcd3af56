// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.run;

import java.util.HashMap;
import java.util.Map;
import org.smartems.twig.internal.value.Fault;

/**
 * A template whose blocks another one uses.
 *
 * @param template its name
 * @param renamed names in the template with the names they get
 * @param line where it is used
 */
public record Trait(String template, Map<String, String> renamed, int line) {

    Map<String, BlockRef> blocks(Run run, String user) {
        Map<String, BlockRef> blocks = new HashMap<>(load(run, user));
        run.step(blocks.size());
        // one after the other as PHP's Twig does: a block that gets its own name is gone
        renamed.forEach((from, to) -> {
            BlockRef block = blocks.get(from);
            if (block == null) {
                throw Fault.of("Block \"" + from + "\" is not defined in trait \"" + template + "\".")
                        .at(user, line);
            }
            blocks.put(to, block);
            blocks.remove(from);
        });
        return blocks;
    }

    private Map<String, BlockRef> load(Run run, String user) {
        run.enter(LEVELS);
        try {
            Unit unit = run.load(template);
            if (!unit.isTraitable(run)) {
                throw Fault.of("Template \"" + template + "\" cannot be used as a trait.");
            }
            return run.state(unit).blocks();
        } catch (Fault fault) {
            throw fault.at(user, line);
        } finally {
            run.leave(LEVELS);
        }
    }

    private static final int LEVELS = 20;
}
