// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.smartems.fleet.catalogue.Catalogue;
import org.smartems.fleet.catalogue.Credential;
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.persistence.DatabaseUnavailable;

/** What is stored is seen at once, or with the next look when a test says so. */
final class FakeCatalogue implements Catalogue {

    final AtomicInteger looks = new AtomicInteger();
    private State stored = new State(1, Map.of(), Map.of());
    private volatile State present = stored;
    private volatile boolean away;

    private record State(long revision, Map<Long, DeviceType> types, Map<String, Credential> credentials)
            implements Snapshot {

        @Override
        public Optional<DeviceType> deviceType(long id) {
            return Optional.ofNullable(types.get(id));
        }

        @Override
        public Optional<DeviceType> called(String path) {
            return types.values().stream()
                    .filter(type -> type.routePrefix().equals("/")
                            || path.equals(type.routePrefix())
                            || path.startsWith(type.routePrefix() + "/"))
                    .max(Comparator.comparing(type -> type.routePrefix().length()));
        }

        @Override
        public Optional<Credential> credential(String username) {
            return Optional.ofNullable(credentials.get(username));
        }
    }

    FakeCatalogue with(DeviceType type) {
        change(types -> types.put(type.id(), type), credentials -> {});
        return this;
    }

    FakeCatalogue with(Credential credential) {
        change(types -> {}, credentials -> credentials.put(credential.username(), credential));
        return this;
    }

    /** What the database has and this node has not seen yet. */
    void storeElsewhere(Credential credential) {
        State before = present;
        with(credential);
        present = before;
    }

    void goAway() {
        away = true;
    }

    private synchronized void change(
            java.util.function.Consumer<Map<Long, DeviceType>> typeChange,
            java.util.function.Consumer<Map<String, Credential>> credentialChange) {
        Map<Long, DeviceType> types = new HashMap<>(stored.types());
        Map<String, Credential> credentials = new HashMap<>(stored.credentials());
        typeChange.accept(types);
        credentialChange.accept(credentials);
        stored = new State(stored.revision() + 1, types, credentials);
        present = stored;
    }

    @Override
    public Snapshot snapshot() {
        if (away) {
            throw new DatabaseUnavailable("The database is away", null);
        }
        return present;
    }

    @Override
    public synchronized Snapshot refresh() {
        looks.incrementAndGet();
        present = stored;
        return snapshot();
    }

    static DeviceType type(long id, String procedure, String prefix, String method) {
        return type(id, procedure, prefix, method, true, Map.of());
    }

    static DeviceType type(
            long id, String procedure, String prefix, String method, boolean enabled, Map<String, Object> settings) {
        return new DeviceType(
                id,
                "Type " + id,
                "Device",
                enabled,
                procedure,
                settings,
                prefix,
                method,
                Set.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Set.of(),
                Map.of(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                3,
                Duration.ofHours(4),
                "anySchema",
                false,
                List.of());
    }
}
