// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.checkin;

import org.smartems.spi.procedure.DeviceResponse;

/**
 * The committed answer to a report.
 *
 * @param response what to send
 * @param delivery what became of it is told here, exactly once
 */
public record Answered(DeviceResponse response, Delivery delivery) {}
