// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.karaf.shell.api.console.Session;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

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
    String run(FleetAction command) {
        command.context = context();
        command.session = fake(Session.class, (method, arguments) -> console);
        output.reset();
        command.execute();
        return output.toString(StandardCharsets.UTF_8);
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
