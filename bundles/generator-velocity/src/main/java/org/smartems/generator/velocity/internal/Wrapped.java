// SPDX-License-Identifier: Apache-2.0
package org.smartems.generator.velocity.internal;

import java.io.IOException;
import java.io.Writer;
import org.apache.velocity.context.InternalContextAdapter;
import org.apache.velocity.runtime.parser.Token;
import org.apache.velocity.runtime.parser.node.Node;
import org.apache.velocity.runtime.parser.node.SimpleNode;

/** Stands in the tree for a node of Velocity's and computes the value itself, within the limits. */
abstract class Wrapped extends SimpleNode {

    private final SimpleNode inner;

    Wrapped(SimpleNode inner) {
        super(inner.getType());
        this.inner = inner;
        this.template = inner.getTemplate();
    }

    /** The value; a refusal gets the line by itself. */
    abstract Object compute(InternalContextAdapter context, Meter meter);

    final Object child(int index, InternalContextAdapter context) {
        return inner.jjtGetChild(index).value(context);
    }

    final String childText(int index) {
        return inner.jjtGetChild(index).literal();
    }

    @Override
    public final Object value(InternalContextAdapter context) {
        try {
            Meter meter = Meter.current();
            meter.at(inner.getLine());
            return compute(context, meter);
        } catch (Refusal refusal) {
            throw refusal.at(inner.getLine());
        }
    }

    @Override
    public final boolean evaluate(InternalContextAdapter context) {
        return Values.isTrue(value(context));
    }

    @Override
    public final boolean render(InternalContextAdapter context, Writer writer) throws IOException {
        writer.write(Texts.of(value(context), Meter.current()));
        return true;
    }

    @Override
    public final Object init(InternalContextAdapter context, Object data) {
        Object result = inner.init(context, data);
        line = inner.getLine();
        column = inner.getColumn();
        return result;
    }

    @Override
    public final int jjtGetNumChildren() {
        return inner.jjtGetNumChildren();
    }

    @Override
    public final Node jjtGetChild(int index) {
        return inner.jjtGetChild(index);
    }

    @Override
    public final String literal() {
        return inner.literal();
    }

    @Override
    public final Token getFirstToken() {
        return inner.getFirstToken();
    }

    @Override
    public final Token getLastToken() {
        return inner.getLastToken();
    }

    @Override
    public final String getFirstTokenImage() {
        return inner.getFirstTokenImage();
    }
}
