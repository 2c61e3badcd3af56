// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.catalogue;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.ProcedureDescription;

/**
 * Device types and device credentials in memory, for every request of a device. Safe for use by many threads; never
 * asks the database.
 *
 * <p>One revision counts every change to device types, credentials, templates, configs and firmware, in the transaction
 * of the change. A node that sees a newer one reads everything anew; each check-in sees it.
 */
@ProviderType
public interface Catalogue {

    /**
     * The present state, as of one revision.
     *
     * @return immutable
     * @throws org.smartems.persistence.DatabaseUnavailable before the first state could be read
     */
    Snapshot snapshot();

    /**
     * Reads the present state from the database when it is newer, at most once for many callers at a time.
     *
     * @return the state that is now the present one
     * @throws org.smartems.persistence.DatabaseUnavailable while the database is away
     */
    Snapshot refresh();

    /** All of one revision; immutable. */
    @ProviderType
    interface Snapshot {

        /**
         * Which one it is.
         *
         * @return grows with every change
         */
        long revision();

        /**
         * A device type.
         *
         * @param id of the type
         * @return empty when there is none
         */
        Optional<DeviceType> deviceType(long id);

        /**
         * The device type whose route prefix is the longest that the path lies under, disabled types included.
         *
         * @param path as the device sent it, without the query; prefixes are whole segments
         * @return empty when no type is called there
         */
        Optional<DeviceType> called(String path);

        /**
         * A credential.
         *
         * @param username as the device sent it, exact
         * @return empty when there is none
         */
        Optional<Credential> credential(String username);

        /**
         * By which field the devices of a procedure are told apart: the one that the installation has chosen, where the
         * procedure leaves a choice.
         *
         * @param procedure of a device type
         * @return one of those that the procedure is identified by
         */
        default DeviceField identifier(ProcedureDescription procedure) {
            return procedure.identifiers().get(0);
        }
    }
}
