// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.contract;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.smartems.resource.Resource;
import org.smartems.resource.Resources;
import org.smartems.resource.Route;
import org.smartems.rest.internal.resource.ResourceRegistry;

/**
 * Everything that this bundle and the others on the class path declare, made without the services that the declarations
 * call.
 */
public final class Declarations {

    private static final String INTERFACE = "\"" + Resources.class.getName() + "\"";
    private static final String CLASS = "<implementation class=\"";

    private final List<Resource> resources = new ArrayList<>();
    private final List<Route> routes = new ArrayList<>();

    private Declarations() {}

    /** The components that say in their bundles that they provide {@link Resources}. */
    public static Declarations onClassPath() {
        Declarations declarations = new Declarations();
        try {
            for (URL url : Collections.list(Declarations.class.getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
                for (String component : components(url)) {
                    declarations.readComponent(component);
                }
            }
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        declarations.routes.addAll(new ResourceRegistry().router().routes());
        return declarations;
    }

    private static List<String> components(URL manifest) throws IOException {
        try (InputStream stream = manifest.openStream()) {
            Attributes main = new Manifest(stream).getMainAttributes();
            String name =
                    Optional.ofNullable(main.getValue("Bundle-SymbolicName")).orElse("");
            String files = main.getValue("Service-Component");
            return files == null || !name.startsWith("org.smartems") && !isOurs(files)
                    ? List.of()
                    : Arrays.stream(files.split(",")).map(String::strip).toList();
        }
    }

    private static boolean isOurs(String files) {
        return files.contains("org.smartems.");
    }

    private void readComponent(String file) throws IOException, ReflectiveOperationException {
        try (InputStream stream = Declarations.class.getClassLoader().getResourceAsStream(file)) {
            if (stream == null) {
                return;
            }
            String xml = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            if (xml.contains(INTERFACE) && xml.contains("<provide interface=" + INTERFACE)) {
                int start = xml.indexOf(CLASS) + CLASS.length();
                add(Class.forName(xml.substring(start, xml.indexOf('"', start))));
            }
        }
    }

    private void add(Class<?> component) throws ReflectiveOperationException {
        Constructor<?> constructor = component.getConstructors()[0];
        Object[] services = Arrays.stream(constructor.getParameterTypes())
                .map(Declarations::unusedService)
                .toArray();
        try {
            Resources declared = (Resources) constructor.newInstance(services);
            resources.addAll(declared.resources());
            routes.addAll(declared.routes());
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("cannot be made without services: " + component.getName(), e.getCause());
        }
    }

    private static Object unusedService(Class<?> type) {
        if (!type.isInterface()) {
            return null;
        }
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            throw new UnsupportedOperationException("a declaration calls " + method);
        });
    }

    /** All lists. */
    public List<Resource> resources() {
        return resources;
    }

    Optional<Resource> resource(String name) {
        return resources.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** The calls below a path, those of resources and others. */
    List<Route> routesBelow(String path) {
        return allRoutes().stream()
                .filter(route -> route.path().equals(path) || route.path().startsWith(path + "/"))
                .toList();
    }

    /** All calls, those of resources and others. */
    public List<Route> allRoutes() {
        List<Route> all = new ArrayList<>(routes);
        resources.forEach(resource -> all.addAll(resource.routes()));
        return all;
    }

    /** Whether anything of a resource is there. */
    boolean has(String name) {
        return resource(name).isPresent() || !routesBelow(name).isEmpty();
    }
}
