// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.procedure;

import org.osgi.annotation.versioning.ProviderType;

/** The device type whose route was called; immutable. */
@ProviderType
public interface DeviceTypeInfo {

    /**
     * Its name.
     *
     * @return unique within the system
     */
    String name();

    /**
     * What its devices are called in texts, such as {@code Router}.
     *
     * @return never empty
     */
    String deviceName();

    /**
     * Whether it has a capability.
     *
     * @param capability which
     * @return true when it is switched on
     */
    boolean has(Capability capability);

    /**
     * What it asks of a field.
     *
     * @param field which
     * @return {@link FieldRequirement#OPTIONAL} for a field that no device type constrains
     */
    FieldRequirement requirement(DeviceField field);

    /**
     * Whether a config slot is one of JSON.
     *
     * @param slot 1 to 3
     * @return false for plain text
     */
    boolean isJson(int slot);
}
