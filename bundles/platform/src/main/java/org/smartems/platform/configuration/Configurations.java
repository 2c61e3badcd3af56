// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.configuration;

import org.osgi.annotation.versioning.ProviderType;

/** What an administrator sets for the whole server; safe for use by many threads. */
@ProviderType
public interface Configurations {

    /**
     * The general configuration, kept in memory: cheap enough to be asked for every request of a device.
     *
     * <p>A change is seen at once on the node that made it, and within a second on the others.
     *
     * @return never null
     * @throws org.smartems.persistence.DatabaseUnavailable when it must be read and the database is away
     */
    GeneralConfiguration general();

    /**
     * Turns devices and everybody but administrators away, or lets them in again. Has been committed when it returns.
     * The audit log names the shell.
     *
     * @param on whether maintenance begins
     * @throws IllegalStateException in a transaction, which might not be committed
     * @throws org.smartems.persistence.DatabaseUnavailable when the database is away; nothing was changed
     */
    void setMaintenanceMode(boolean on);

    /**
     * Changes what routers are known by. Has been committed when it returns. Whether the devices that exist allow it is
     * the caller's to know.
     *
     * @param identifier what it is from now on
     * @throws IllegalStateException in a transaction, which might not be committed
     * @throws org.smartems.persistence.DatabaseUnavailable when the database is away; nothing was changed
     */
    void setRouterIdentifier(RouterIdentifier identifier);
}
