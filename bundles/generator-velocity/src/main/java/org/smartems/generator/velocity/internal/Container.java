// SPDX-License-Identifier: Apache-2.0
package org.smartems.generator.velocity.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.velocity.context.InternalContextAdapter;
import org.apache.velocity.runtime.parser.node.ASTIntegerRange;
import org.apache.velocity.runtime.parser.node.ASTMap;
import org.apache.velocity.runtime.parser.node.ASTObjectArray;
import org.apache.velocity.runtime.parser.node.SimpleNode;

/** A list, map or range that a text writes down. */
final class Container extends Wrapped {

    private enum Kind {
        LIST,
        MAP,
        RANGE
    }

    private final Kind kind;

    private Container(SimpleNode inner, Kind kind) {
        super(inner);
        this.kind = kind;
    }

    static Container of(ASTObjectArray node) {
        return new Container(node, Kind.LIST);
    }

    static Container of(ASTMap node) {
        return new Container(node, Kind.MAP);
    }

    static Container of(ASTIntegerRange node) {
        return new Container(node, Kind.RANGE);
    }

    @Override
    Object compute(InternalContextAdapter context, Meter meter) {
        return switch (kind) {
            case LIST -> list(context, meter);
            case MAP -> map(context, meter);
            case RANGE -> range(bound(0, context), bound(1, context), meter);
        };
    }

    private List<Object> list(InternalContextAdapter context, Meter meter) {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < jjtGetNumChildren(); i++) {
            list.add(child(i, context));
        }
        return Values.weighed(list, meter);
    }

    private Map<String, Object> map(InternalContextAdapter context, Meter meter) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i + 1 < jjtGetNumChildren(); i += 2) {
            map.put(Texts.of(child(i, context), meter), child(i + 1, context));
        }
        return Values.weighed(map, meter);
    }

    private int bound(int index, InternalContextAdapter context) {
        Number number = Numbers.orNull(child(index, context));
        if (number == null || number.doubleValue() != number.intValue()) {
            throw new Refusal(childText(index) + " is not an integer that a range can have");
        }
        return number.intValue();
    }

    private static Object range(int left, int right, Meter meter) {
        meter.elements(Math.abs((long) right - left) + 1);
        return new ASTIntegerRange.IntegerRange(left, right, left >= right ? -1 : 1);
    }
}
