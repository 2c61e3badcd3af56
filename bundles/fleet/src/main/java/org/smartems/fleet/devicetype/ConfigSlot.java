// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.devicetype;

/**
 * A config slot of a device type.
 *
 * @param name what people read
 * @param json whether its configs are JSON, not plain text
 */
public record ConfigSlot(String name, boolean json) {}
