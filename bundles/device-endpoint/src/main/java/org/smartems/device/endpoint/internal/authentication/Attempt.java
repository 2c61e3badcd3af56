// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal.authentication;

import java.util.Optional;
import org.smartems.device.endpoint.internal.http.Incoming;
import org.smartems.fleet.catalogue.Catalogue;
import org.smartems.fleet.catalogue.DeviceType;

/**
 * A request to devices of a type, at one state of the system.
 *
 * @param incoming the request
 * @param catalogue the state
 * @param type of the devices, as of that state
 * @param onStuck answers in place of an authenticator that is stuck
 */
public record Attempt(Incoming incoming, Catalogue.Snapshot catalogue, DeviceType type, Runnable onStuck) {

    /** The same at another state; empty when there the type is gone. */
    Optional<Attempt> at(Catalogue.Snapshot other) {
        return other.deviceType(type.id()).map(it -> new Attempt(incoming, other, it, onStuck));
    }
}
