// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.util.List;
import java.util.Optional;
import org.smartems.fleet.catalogue.Catalogue;
import org.smartems.fleet.catalogue.Credential;
import org.smartems.fleet.catalogue.DeviceType;

/** Device types and credentials of one revision. */
record FakeSnapshot(long revision, List<DeviceType> types, List<Credential> credentials) implements Catalogue.Snapshot {

    @Override
    public Optional<DeviceType> deviceType(long id) {
        return types.stream().filter(type -> type.id() == id).findFirst();
    }

    @Override
    public Optional<DeviceType> called(String path) {
        return Optional.empty();
    }

    @Override
    public Optional<Credential> credential(String username) {
        return credentials.stream()
                .filter(credential -> credential.username().equals(username))
                .findFirst();
    }
}
