// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How many devices are served at once, and what becomes of the others. */
@ObjectClassDefinition(name = "Requests of devices", description = "How many are served at once, how long others wait")
public @interface DeviceQueueConfiguration {

    @AttributeDefinition(
            description = "Requests of devices that are served at once; the other threads of the server are for people",
            min = "1",
            max = "128")
    int requestsAtOnce() default QueueSettings.MOST_AT_ONCE;

    @AttributeDefinition(
            description = "Seconds that a request of a device waits for its turn at most, then it is answered 503",
            min = "1",
            max = "60")
    int maximumWait() default QueueSettings.USUAL_WAIT_SECONDS;
}
