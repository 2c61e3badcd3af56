// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

/**
 * What an administrator sets for the check-in.
 *
 * @param maintenanceMode devices are turned away
 * @param maximumNewDevicesPerHour of one credential, 0 = any number
 * @param configLogDays how long config logs are kept, 0 = for ever
 */
public record Settings(boolean maintenanceMode, int maximumNewDevicesPerHour, int configLogDays) {}
