// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.fleet.catalogue.Credential;
import org.smartems.fleet.checkin.Contact;

/**
 * Remembers which credentials have brought too many new devices within the hour, so that a flood of them costs no
 * transaction. The count itself is in the database.
 */
final class NewDeviceLimit {

    private static final Logger LOG = LoggerFactory.getLogger(NewDeviceLimit.class);

    private final Map<Long, Reached> reached = new ConcurrentHashMap<>();

    private record Reached(Instant hour, int limit) {}

    /**
     * Whether it is known that no more devices are made; a limit that was raised meanwhile is to be asked again.
     *
     * @param limit of now, 0 = none
     */
    boolean isReached(Contact contact, Instant now, int limit) {
        Reached known = reached.get(credential(contact));
        return known != null
                && known.hour().equals(now.truncatedTo(ChronoUnit.HOURS))
                && limit > 0
                && limit <= known.limit();
    }

    /** Logs it once an hour, and with each other limit. */
    void reached(Contact contact, Instant now, int limit) {
        Reached hour = new Reached(now.truncatedTo(ChronoUnit.HOURS), limit);
        if (!hour.equals(reached.put(credential(contact), hour))) {
            LOG.warn(
                    "Credential {} has brought too many new devices of type {} within this hour; no more are made",
                    contact.credential().map(Credential::username).orElse("(none)"),
                    contact.deviceType().name());
        }
    }

    private static long credential(Contact contact) {
        return contact.credential().map(Credential::id).orElse(0L);
    }
}
