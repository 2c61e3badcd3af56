// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator;

/**
 * What a device made of the work it was handed.
 *
 * @param done whether it was carried out
 * @param detail the new version, or why not
 */
public record WorkResult(boolean done, String detail) {}
