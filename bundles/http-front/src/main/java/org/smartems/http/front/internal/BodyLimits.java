// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

/**
 * How much of a body, and how slowly, a client may send.
 *
 * @param bytes more is refused
 * @param bytesPerSecond less is refused, 0 = no limit
 * @param waits shared by all requests
 */
record BodyLimits(long bytes, long bytesPerSecond, BodyWaits waits) {}
