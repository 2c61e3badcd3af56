// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.firmware;

import java.util.Optional;
import java.util.function.Function;
import org.smartems.platform.plugin.Container;
import org.smartems.spi.firmware.FirmwareVersioning;
import org.smartems.spi.firmware.VersionRelation;

/** How firmware versions stand to each other. Safe for use by many threads, and pure. */
@FunctionalInterface
public interface VersionOrder {

    /**
     * How a version stands to another; may fail with what {@link Container#callApart} throws.
     *
     * @param version any text
     * @param other any text
     * @return how the first stands to the second; empty where one of them is no version
     */
    Optional<VersionRelation> relation(String version, String other);

    /**
     * Asks many questions of which none is worth a call of its own; all of them have the time of one call.
     *
     * @param questions asks them of the order that it is given, on any thread
     * @return what it answers, not null
     */
    default <T> T together(Function<VersionOrder, T> questions) {
        return questions.apply(this);
    }

    /** The order of a plug-in, which is called as it is. */
    static VersionOrder of(FirmwareVersioning versioning) {
        return (version, other) -> versioning.isVersion(version) && versioning.isVersion(other)
                ? Optional.of(versioning.relate(version, other))
                : Optional.empty();
    }
}
