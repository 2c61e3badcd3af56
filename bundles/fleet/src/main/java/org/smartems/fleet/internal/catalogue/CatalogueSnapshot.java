// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.smartems.fleet.catalogue.Catalogue;
import org.smartems.fleet.catalogue.Credential;
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.fleet.devicetype.DeviceTypes;
import org.smartems.fleet.internal.device.Identification;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.ProcedureDescription;

/** See {@link Catalogue.Snapshot}. */
final class CatalogueSnapshot implements Catalogue.Snapshot {

    private final long revision;
    private final Identification identification;
    private final Map<Long, DeviceType> types;
    private final Map<String, DeviceType> byPrefix = new HashMap<>();
    private final Map<String, Credential> credentials;

    CatalogueSnapshot(
            long revision, Identification identification, List<DeviceType> types, List<Credential> credentials) {
        this.revision = revision;
        this.identification = identification;
        this.types = types.stream().collect(Collectors.toUnmodifiableMap(DeviceType::id, Function.identity()));
        this.credentials =
                credentials.stream().collect(Collectors.toUnmodifiableMap(Credential::username, Function.identity()));
        types.stream()
                .filter(type -> !type.procedure().equals(DeviceTypes.NO_PROCEDURE))
                .forEach(type -> byPrefix.put(type.routePrefix(), type));
    }

    @Override
    public long revision() {
        return revision;
    }

    @Override
    public Optional<DeviceType> deviceType(long id) {
        return Optional.ofNullable(types.get(id));
    }

    @Override
    public Optional<DeviceType> called(String path) {
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            DeviceType type = byPrefix.get(path.substring(0, end));
            if (type != null) {
                return Optional.of(type);
            }
        }
        return path.startsWith("/") ? Optional.ofNullable(byPrefix.get("/")) : Optional.empty();
    }

    @Override
    public Optional<Credential> credential(String username) {
        return Optional.ofNullable(credentials.get(username));
    }

    @Override
    public DeviceField identifier(ProcedureDescription procedure) {
        return identification.of(procedure);
    }
}
