// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.procedure;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.annotation.versioning.ProviderType;

/** An address below the route prefix of a device type; immutable. */
@ProviderType
public final class Route {

    private final String name;
    private final String path;
    private final Set<String> methods;
    private final Set<DeviceField> carried;

    private Route(String name, String path, Set<String> methods, Set<DeviceField> carried) {
        if (!path.matches("(/[A-Za-z0-9._~-]+)+")) {
            throw new IllegalArgumentException(
                    "a route is made of segments of letters, digits, '.', '_', '~' and '-': " + path);
        }
        this.name = name;
        this.path = path;
        this.methods = Set.copyOf(new TreeSet<>(methods));
        this.carried = carried;
    }

    /**
     * A route that takes POST. HEAD is answered by the platform, 200 without a body, for devices that ask whether the
     * address lives.
     *
     * @param name by which {@link DeviceExchange#route()} tells it
     * @param path such as {@code /config}: whole segments, matched exactly
     * @return a new route
     */
    public static Route post(String name, String path) {
        return new Route(name, path, Set.of("POST"), null);
    }

    /**
     * A route that takes GET and POST.
     *
     * @param name by which {@link DeviceExchange#route()} tells it
     * @param path such as {@code /config}: whole segments, matched exactly
     * @return a new route
     */
    public static Route getOrPost(String name, String path) {
        return new Route(name, path, Set.of("GET", "POST"), null);
    }

    /**
     * The same route, whose requests can carry these fields alone; without this they are those of {@link
     * ProcedureDescription#reported()}.
     *
     * @param fields in any order
     * @return a copy
     */
    public Route carrying(DeviceField... fields) {
        return new Route(name, path, methods, Set.of(fields));
    }

    /**
     * The name.
     *
     * @return unique within the procedure
     */
    public String name() {
        return name;
    }

    /**
     * The path below the prefix.
     *
     * @return begins with a slash
     */
    public String path() {
        return path;
    }

    /**
     * The methods that reach the procedure.
     *
     * @return in upper case
     */
    public Set<String> methods() {
        return methods;
    }

    /**
     * The fields that its requests can carry.
     *
     * @return immutable; empty when they are those of the procedure
     */
    public Optional<Set<DeviceField>> carried() {
        return Optional.ofNullable(carried);
    }
}
