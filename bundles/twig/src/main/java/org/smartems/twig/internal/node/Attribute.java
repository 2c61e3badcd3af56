// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.node;

import java.util.ArrayList;
import java.util.List;
import org.smartems.twig.internal.run.Expr;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.value.Convert;
import org.smartems.twig.internal.value.Fault;
import org.smartems.twig.internal.value.Markup;
import org.smartems.twig.internal.value.PhpArray;
import org.smartems.twig.internal.value.Types;
import org.smartems.twig.internal.value.WithMembers;

/** An element of an array or a member of an object: {@code a.b}, {@code a[b]}, {@code a.b(c)}. */
public final class Attribute extends Expr implements Expr.Definable {

    /** How it is written. */
    public enum Kind {
        /** With a dot. */
        ANY,
        /** With brackets. */
        ELEMENT,
        /** With a dot and arguments. */
        METHOD
    }

    private static final Object CUT = new Object();

    private final Expr target;
    private final Expr item;
    private final Object key;
    private final Kind kind;
    private final List<Expr> arguments;
    private final boolean nullSafe;

    /**
     * An element or member.
     *
     * @param target what it belongs to
     * @param item its name
     * @param kind how it is written
     * @param arguments of a method
     * @param nullSafe whether of null the whole rest of the chain is null
     * @param line where it stands
     */
    public Attribute(Expr target, Expr item, Kind kind, List<Expr> arguments, boolean nullSafe, int line) {
        super(line, children(target, item, arguments));
        this.target = target;
        this.item = item;
        this.key = item instanceof Literal literal ? Convert.key(literal.value()) : null;
        this.kind = kind;
        this.arguments = List.copyOf(arguments);
        this.nullSafe = nullSafe;
    }

    /**
     * What it belongs to.
     *
     * @return never null
     */
    public Expr target() {
        return target;
    }

    @Override
    public Object eval(Frame frame) {
        Object value = chained(frame);
        return value == CUT ? null : value;
    }

    /** What it is, or {@link #CUT} behind a null that is asked null-safely: nothing of the rest is computed then. */
    private Object chained(Frame frame) {
        Object owner = target instanceof Attribute before ? before.chained(frame) : target.eval(frame);
        if (owner == CUT || nullSafe && owner == null) {
            return CUT;
        }
        Object name = key == null ? key(frame) : key;
        if (owner instanceof PhpArray array && kind != Kind.METHOD) {
            int position = array.find(name);
            if (position >= 0) {
                return array.valueAt(position);
            }
        }
        Object[] values = ArrayLiteral.values(arguments, frame);
        return other(
                frame, new Access(owner, name, values), frame.run().settings().strict());
    }

    @Override
    public Object quiet(Frame frame) {
        Object owner = target.quiet(frame);
        Object name = key == null ? key(frame) : key;
        if (owner instanceof PhpArray array && kind != Kind.METHOD) {
            return array.get(name);
        }
        return other(frame, new Access(owner, name, ArrayLiteral.values(arguments, frame)), false);
    }

    @Override
    public boolean isDefined(Frame frame) {
        Object owner = target.quiet(frame);
        Object name = key == null ? key(frame) : key;
        ArrayLiteral.values(arguments, frame);
        if (owner instanceof PhpArray array) {
            return kind != Kind.METHOD && array.has(name);
        }
        return kind != Kind.ELEMENT && owner instanceof WithMembers host && host.hasMember(name.toString());
    }

    /** What is looked for where, with the values of arguments, which are computed in any case. */
    private record Access(Object owner, Object name, Object[] arguments) {}

    private Object other(Frame frame, Access access, boolean strict) {
        String name = access.name.toString();
        if (access.owner instanceof WithMembers host && kind != Kind.ELEMENT) {
            if (host.hasMember(name)) {
                return member(frame, host, name, access.arguments);
            }
            if (strict) {
                throw Fault.of(missingMember(host, name)).at(target.line());
            }
            return null;
        }
        if (strict) {
            throw Fault.of(missing(access.owner, access.name)).at(target.line());
        }
        return null;
    }

    private static Object member(Frame frame, WithMembers host, String name, Object[] arguments) {
        frame.run().step(MEMBER_COST);
        for (Object argument : arguments) {
            frame.run().operand(argument);
        }
        return host.member(name, arguments);
    }

    private static Expr[] children(Expr target, Expr item, List<Expr> arguments) {
        List<Expr> children = new ArrayList<>(arguments);
        children.add(target);
        children.add(item);
        return children.toArray(new Expr[0]);
    }

    private Object key(Frame frame) {
        try {
            Object value = item.eval(frame);
            frame.run().operand(value);
            return Convert.key(value);
        } catch (Fault fault) {
            throw fault.at(line());
        }
    }

    private String missing(Object owner, Object name) {
        if (kind == Kind.METHOD) {
            return "Impossible to invoke a method (\"" + name + "\") on " + describe(owner) + ".";
        }
        if (owner instanceof PhpArray array) {
            if (array.isEmpty()) {
                return "Key \"" + name + "\" does not exist as the sequence/mapping is empty.";
            }
            return "Key \"" + name + "\" for sequence/mapping with keys \"" + keys(array) + "\" does not exist.";
        }
        String what = kind == Kind.ELEMENT ? "a key" : "an attribute";
        return "Impossible to access " + what + " (\"" + name + "\") on " + describe(owner) + ".";
    }

    private static String missingMember(WithMembers host, String name) {
        return "Neither the property \"" + name + "\" nor one of the methods \"" + name + "()\", \"get" + name
                + "()\"/\"is"
                + name + "()\"/\"has" + name + "()\" or \"__call()\" exist and have public access in class \""
                + host.typeName() + "\".";
    }

    private static String describe(Object owner) {
        if (owner == null) {
            return "a null variable";
        }
        if (owner instanceof PhpArray) {
            return "a sequence/mapping";
        }
        if (Types.isObject(owner)) {
            return "an object of class \"" + Types.name(owner) + "\"";
        }
        String type = Types.name(owner);
        return "a " + type + " variable (\"" + shown(owner) + "\")";
    }

    /** Reading or writing a date takes as long as that many nodes, or more. */
    private static final int MEMBER_COST = 2000;

    private static final int SHOWN = 60;
    private static final int SHOWN_KEYS = 50;

    private static String shown(Object owner) {
        String text = owner instanceof Markup ? owner.toString() : Convert.text(owner, null);
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }

    private static String keys(PhpArray array) {
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < array.size(); i++) {
            if (i == SHOWN_KEYS) {
                return keys.append(", …").toString();
            }
            keys.append(i == 0 ? "" : ", ").append(shown(array.keyAt(i)));
        }
        return keys.toString();
    }
}
