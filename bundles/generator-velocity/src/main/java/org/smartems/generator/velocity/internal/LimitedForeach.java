// SPDX-License-Identifier: Apache-2.0
package org.smartems.generator.velocity.internal;

import java.io.IOException;
import java.io.Writer;
import org.apache.velocity.context.InternalContextAdapter;
import org.apache.velocity.runtime.directive.Foreach;
import org.apache.velocity.runtime.parser.node.Node;

/** The loop, whose turns are counted. Velocity makes one for each place in a text. */
public final class LimitedForeach extends Foreach {

    @Override
    protected void put(InternalContextAdapter context, String key, Object value) {
        Meter meter = Meter.current();
        meter.at(getLine());
        meter.turn();
        super.put(context, key, value);
    }

    @Override
    public boolean render(InternalContextAdapter context, Writer writer, Node node) throws IOException {
        try {
            return super.render(context, writer, node);
        } catch (Refusal refusal) {
            throw refusal.at(getLine());
        }
    }
}
