// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.devicetype;

/**
 * A firmware slot of a device type.
 *
 * @param name what people read
 * @param customUrl replaces scheme, host and port of firmware URLs; empty when they stay
 */
public record FirmwareSlot(String name, String customUrl) {}
