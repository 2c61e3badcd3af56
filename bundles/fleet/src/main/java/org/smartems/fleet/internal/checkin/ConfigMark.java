// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.time.Instant;

/**
 * Where the last config of a slot is logged.
 *
 * @param id in fleet_config_log
 * @param createdAt likewise
 * @param md5 of the config
 * @param sent how often another config has been handed out because somebody asked, while the device reported this one
 */
public record ConfigMark(long id, Instant createdAt, String md5, int sent) {

    /** A new entry. */
    ConfigMark(long id, Instant createdAt, String md5) {
        this(id, createdAt, md5, 0);
    }

    ConfigMark sent(int times) {
        return new ConfigMark(id, createdAt, md5, times);
    }
}
