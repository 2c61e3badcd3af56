// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How reports are taken. */
@ObjectClassDefinition(name = "Check-in")
public @interface CheckInConfiguration {

    /** Of the file. */
    String PID = "org.smartems.fleet.checkin";
    /** What a statement is made for. */
    int MAXIMUM_BATCH = 128;

    /** How many reports share a transaction at most; with 1 each has its own, which is slower. */
    @AttributeDefinition(name = "Largest batch", min = "1", max = "128")
    int maximumBatch() default MAXIMUM_BATCH;
}
