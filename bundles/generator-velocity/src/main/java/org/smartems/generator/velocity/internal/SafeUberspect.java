// SPDX-License-Identifier: Apache-2.0
package org.smartems.generator.velocity.internal;

import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.velocity.runtime.directive.ForeachScope;
import org.apache.velocity.runtime.directive.Scope;
import org.apache.velocity.util.introspection.Info;
import org.apache.velocity.util.introspection.Uberspect;
import org.apache.velocity.util.introspection.VelMethod;
import org.apache.velocity.util.introspection.VelPropertyGet;
import org.apache.velocity.util.introspection.VelPropertySet;

/** What a text can ask of a value: names in a table of ours, never a method of a class. */
final class SafeUberspect implements Uberspect {

    @Override
    public void init() {
        // nothing to look up
    }

    @Override
    public Iterator<?> getIterator(Object value, Info info) {
        if (value instanceof List<?> list) {
            return list.iterator();
        }
        if (value instanceof Map<?, ?> map && !(value instanceof Scope)) {
            return map.values().iterator();
        }
        throw new Refusal("#foreach takes a list or a map, not " + kind(value), info.getLine());
    }

    @Override
    public VelMethod getMethod(Object value, String name, Object[] arguments, Info info) {
        return new Call(name, info);
    }

    @Override
    public VelPropertyGet getPropertyGet(Object value, String name, Info info) {
        return new Property(name, info);
    }

    @Override
    public VelPropertySet getPropertySet(Object value, String name, Object argument, Info info) {
        throw new Refusal("What is in a variable cannot be changed: #set takes a name only", info.getLine());
    }

    static String kind(Object value) {
        if (value instanceof String) {
            return "a text";
        }
        if (value instanceof Number) {
            return "a number";
        }
        if (value instanceof Boolean) {
            return "a boolean";
        }
        if (value instanceof List<?>) {
            return "a list";
        }
        if (value instanceof Map<?, ?> && !(value instanceof Scope)) {
            return "a map";
        }
        return value instanceof EscapeTool ? "the escape tool" : "this";
    }

    private static Object property(Object value, String name) {
        // a map as well, by its class
        if (value instanceof Scope) {
            return value instanceof ForeachScope loop ? Members.loop(loop, name) : null;
        }
        if (value instanceof Map<?, ?> map) {
            return map.get(name);
        }
        if (value instanceof EscapeTool) {
            return EscapeTool.property(name);
        }
        return name.equals("empty") ? Members.call(value, "isEmpty", new Object[0]) : null;
    }

    private record Call(String name, Info info) implements VelMethod {

        @Override
        public Object invoke(Object value, Object[] arguments) {
            try {
                Meter.current().at(info.getLine());
                return Members.call(value, name, arguments);
            } catch (Refusal refusal) {
                throw refusal.at(info.getLine());
            }
        }

        @Override
        public boolean isCacheable() {
            return false;
        }

        @Override
        public String getMethodName() {
            return name;
        }

        @Override
        public Method getMethod() {
            return null;
        }

        @Override
        public Class<?> getReturnType() {
            return Object.class;
        }
    }

    private record Property(String name, Info info) implements VelPropertyGet {

        @Override
        public Object invoke(Object value) {
            Object result = property(value, name);
            if (result == null && (value instanceof Scope || !(value instanceof Map<?, ?>))) {
                throw new Refusal(kind(value) + " has no property " + name, info.getLine());
            }
            return result;
        }

        @Override
        public boolean isCacheable() {
            return true;
        }

        @Override
        public String getMethodName() {
            return name;
        }
    }
}
