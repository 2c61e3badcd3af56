// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.device;

import org.osgi.annotation.versioning.ProviderType;
import org.smartems.platform.configuration.RouterIdentifier;

/** What routers are known by: the one way to change it. Safe for use by many threads. */
@ProviderType
public interface RouterIdentification {

    /**
     * What routers are known by now.
     *
     * @return never null
     * @throws org.smartems.persistence.DatabaseUnavailable when it must be read and the database is away
     */
    RouterIdentifier current();

    /**
     * Changes what routers are known by, from their next contact on; within a second on other nodes. Routers that call
     * for the first time meanwhile may still get an identifier of the former kind: change it under maintenance.
     *
     * @param identifier what it is from now on
     * @throws org.smartems.api.error.ValidationException at {@code routerIdentifier}: {@code validation.deviceExists}
     *     while there are routers, {@code validation.deviceTypeRequiredWithHasImsi} for the IMSI while a device type of
     *     routers does not require it; each names the device type
     * @throws IllegalStateException in a transaction
     * @throws org.smartems.persistence.DatabaseUnavailable when the database is away; nothing was changed
     */
    void change(RouterIdentifier identifier);
}
