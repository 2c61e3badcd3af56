// SPDX-License-Identifier: Apache-2.0
package org.smartems.generator.velocity.internal;

import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.velocity.Template;
import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.app.event.ReferenceInsertionEventHandler;
import org.apache.velocity.runtime.Renderable;
import org.apache.velocity.runtime.RuntimeConstants;
import org.apache.velocity.runtime.RuntimeInstance;
import org.apache.velocity.runtime.directive.ForeachScope;
import org.apache.velocity.runtime.parser.ParseException;
import org.apache.velocity.runtime.parser.Parser;
import org.apache.velocity.runtime.parser.StandardParser;
import org.apache.velocity.runtime.parser.node.ASTIntegerRange;
import org.apache.velocity.runtime.parser.node.SimpleNode;
import org.apache.velocity.util.DuckType;
import org.apache.velocity.util.introspection.Uberspect;
import org.slf4j.Logger;
import org.slf4j.helpers.NOPLogger;

/** Velocity, shut off from files, classes and the log: what is wrong with a text is for its author alone. */
final class SafeRuntime extends RuntimeInstance {

    private final Uberspect uberspect = new SafeUberspect();
    private final EventCartridge events = new EventCartridge();

    private SafeRuntime(boolean strict) {
        setProperty(RuntimeConstants.RUNTIME_LOG_INSTANCE, NOPLogger.NOP_LOGGER);
        setProperty(RuntimeConstants.RESOURCE_MANAGER_INSTANCE, new NoResources());
        setProperty(RuntimeConstants.VM_LIBRARY, "");
        setProperty(RuntimeConstants.VM_PERM_INLINE_LOCAL, true);
        setProperty(RuntimeConstants.VM_ARGUMENTS_STRICT, true);
        setProperty(RuntimeConstants.RUNTIME_REFERENCES_STRICT, strict);
        setProperty(RuntimeConstants.RUNTIME_REFERENCES_STRICT_ESCAPE, strict);
        setProperty(RuntimeConstants.RUNTIME_STRING_INTERNING, false);
        setProperty(RuntimeConstants.CUSTOM_DIRECTIVES, LimitedForeach.class.getName());
        setProperty(RuntimeConstants.PARSER_POOL_SIZE, 2);
        events.addEventHandler((ReferenceInsertionEventHandler) (context, reference, value) -> written(value));
    }

    /** Velocity looks its own parts up by name, by the class loader of the thread first. */
    static SafeRuntime started(boolean strict) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(SafeRuntime.class.getClassLoader());
        try {
            SafeRuntime runtime = new SafeRuntime(strict);
            runtime.init();
            meetTypes();
            return runtime;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Velocity remembers what it finds about a type in a map that only one thread may change: now. */
    private static void meetTypes() {
        List<Object> values = List.of(
                "a", 1, 1L, 1.5, true, new ArrayList<>(List.of(1)), new LinkedHashMap<>(), new ForeachScope("", null));
        values.forEach(SafeRuntime::meet);
        meet(new ASTIntegerRange.IntegerRange(1, 2, 1));
    }

    private static void meet(Object value) {
        DuckType.asString(value);
        DuckType.asBoolean(value, true);
        DuckType.asNumber(value, false);
    }

    private static Object written(Object value) {
        return value == null || value instanceof Renderable ? value : Texts.of(value, Meter.current());
    }

    @Override
    public Parser createNewParser() {
        return MeteredTokens.under(new StandardParser(this));
    }

    @Override
    public SimpleNode parse(Reader reader, Template template) throws ParseException {
        return Tree.bounded(super.parse(reader, template));
    }

    @Override
    public Uberspect getUberspect() {
        return uberspect;
    }

    @Override
    public EventCartridge getApplicationEventCartridge() {
        return events;
    }

    @Override
    public Logger getLog() {
        return NOPLogger.NOP_LOGGER;
    }

    @Override
    public Logger getLog(String child) {
        return NOPLogger.NOP_LOGGER;
    }
}
