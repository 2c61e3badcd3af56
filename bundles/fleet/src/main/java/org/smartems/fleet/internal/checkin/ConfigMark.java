// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.time.Instant;

/**
 * Where the last config of a slot is logged.
 *
 * @param id in fleet_config_log
 * @param createdAt likewise
 * @param md5 of the config
 */
public record ConfigMark(long id, Instant createdAt, String md5) {}
