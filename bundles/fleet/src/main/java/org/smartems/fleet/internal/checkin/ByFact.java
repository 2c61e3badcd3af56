// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import org.smartems.spi.procedure.DeviceField;

/**
 * A device as one of its facts tells it.
 *
 * @param deviceType id of the type
 * @param field which fact
 * @param value of the fact
 */
record ByFact(long deviceType, DeviceField field, String value) {}
