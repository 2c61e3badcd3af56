// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.util.Map;
import java.util.Optional;
import org.smartems.fleet.internal.firmware.FirmwareSnapshot;
import org.smartems.fleet.internal.firmware.VersionOrder;
import org.smartems.fleet.internal.update.UpdatePath;
import org.smartems.spi.firmware.VersionRelation;

/** Which firmware of a slot is the next on the way to that of the template. */
final class FirmwareChoice {

    private final Course course;
    private final int slot;
    private final UpdatePath path;

    FirmwareChoice(Course course, int slot) {
        this.course = course;
        this.slot = slot;
        this.path = course.template().map(template -> template.path(slot)).orElse(UpdatePath.STRAIGHT);
    }

    UpdatePath path() {
        return path;
    }

    /** The order of versions, when it is installed. */
    private Optional<VersionOrder> versioning() {
        String id = path.versioning().orElse(course.situation.type().firmwareVersioning());
        return course.tools.versionings().apply(id);
    }

    /**
     * How a version that is reported stands to the one that is required, both as they are compared; empty where that is
     * not known.
     */
    Optional<VersionRelation> relation(String reported, String required) {
        return versioning().flatMap(versions -> versions.relation(reported, required));
    }

    /** Without an order of versions the way is straight. */
    FirmwareSnapshot next(FirmwareSnapshot goal) {
        return versioning()
                .map(versions -> new UpdatePath.Order(versions, this::compared))
                .map(order -> path.next(order, known(), goal))
                .orElse(goal);
    }

    /** What the device reports of its firmware now, or did before on another route of its dialect. */
    String known() {
        Map<Integer, String> before = course.facts.firmwareVersions();
        return course.situation.report().firmwareVersions().getOrDefault(slot, before.getOrDefault(slot, ""));
    }

    String compared(String version) {
        return course.situation.contact().procedure().compared(version);
    }
}
