// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.karaf.shell.api.console.Session;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.smartems.shell.ShellAction;

/** A shell whose services are made up and whose output is kept. */
final class FakeShell {

    private final Map<String, Object> services = new HashMap<>();
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final PrintStream console = new PrintStream(output, true, StandardCharsets.UTF_8);

    <S> FakeShell with(Class<S> type, S service) {
        services.put(type.getName(), service);
        return this;
    }

    /** Runs a command; what it printed. */
    String run(ShellAction command) {
        set(command, "context", context());
        set(command, "session", fake(Session.class, (method, arguments) -> console));
        output.reset();
        command.execute();
        return output.toString(StandardCharsets.UTF_8);
    }

    /** Sets what Karaf sets: a field of the command or of what it extends. */
    static void set(ShellAction command, String field, Object value) {
        for (Class<?> type = command.getClass(); type != Object.class; type = type.getSuperclass()) {
            try {
                Field found = type.getDeclaredField(field);
                found.setAccessible(true);
                found.set(command, value);
            } catch (NoSuchFieldException e) {
                continue;
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        }
    }

    BundleContext context() {
        return fake(BundleContext.class, (method, arguments) -> switch (method) {
            case "getServiceReference" -> reference((Class<?>) arguments[0]);
            case "getService" -> services.get(arguments[0].toString());
            case "ungetService" -> true;
            default -> throw new UnsupportedOperationException(method);
        });
    }

    /** Answers every method by its name. */
    static <T> T fake(Class<T> type, BiFunction<String, Object[], Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                FakeShell.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.apply(method.getName(), arguments)));
    }

    private ServiceReference<?> reference(Class<?> type) {
        boolean known = services.containsKey(type.getName());
        return known ? fake(ServiceReference.class, (method, arguments) -> type.getName()) : null;
    }
}
