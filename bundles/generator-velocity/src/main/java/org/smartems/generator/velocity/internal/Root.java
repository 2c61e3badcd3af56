// SPDX-License-Identifier: Apache-2.0
package org.smartems.generator.velocity.internal;

import java.io.IOException;
import java.io.Writer;
import org.apache.velocity.context.InternalContextAdapter;
import org.apache.velocity.runtime.parser.Token;
import org.apache.velocity.runtime.parser.node.Node;
import org.apache.velocity.runtime.parser.node.SimpleNode;

/** The root of a text or of a quoted text with references: bounds what is written. */
final class Root extends SimpleNode {

    private final SimpleNode inner;

    Root(SimpleNode inner) {
        super(inner.getType());
        this.inner = inner;
        this.template = inner.getTemplate();
    }

    @Override
    public boolean render(InternalContextAdapter context, Writer writer) throws IOException {
        return inner.render(context, BoundedWriter.of(writer, Meter.current()));
    }

    @Override
    public Object init(InternalContextAdapter context, Object data) {
        return inner.init(context, data);
    }

    @Override
    public int jjtGetNumChildren() {
        return inner.jjtGetNumChildren();
    }

    @Override
    public Node jjtGetChild(int index) {
        return inner.jjtGetChild(index);
    }

    @Override
    public String literal() {
        return inner.literal();
    }

    @Override
    public Token getFirstToken() {
        return inner.getFirstToken();
    }

    @Override
    public Token getLastToken() {
        return inner.getLastToken();
    }
}
