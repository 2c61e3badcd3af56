// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.firmware;

import org.osgi.annotation.versioning.ConsumerType;

/** An order of firmware versions; register it as a service. Safe for use by many threads, and pure. */
@ConsumerType
public interface FirmwareVersioning {

    /**
     * What is stored with a device type.
     *
     * @return stable and unique within the system, such as {@code anySchema}
     */
    String id();

    /**
     * What people read.
     *
     * @return a few words, English
     */
    String label();

    /**
     * Whether a text is a version of this order. What a device reports may be any text.
     *
     * @param version as reported or stored, not null
     * @return false when {@link #relate} would be a guess
     */
    boolean isVersion(String version);

    /**
     * How a version stands to another.
     *
     * @param version a text for which {@link #isVersion} is true
     * @param other likewise
     * @return how the first stands to the second
     */
    VersionRelation relate(String version, String other);
}
