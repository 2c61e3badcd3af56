// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.delivery;

/**
 * Requested work whose answer is under way; when that fails, the request is made again.
 *
 * @param kind name of the kind of work
 * @param slot of firmware or config, else 0
 * @param sequence number of the request
 * @param node process that answers
 */
public record Delivering(String kind, int slot, long sequence, String node) {}
