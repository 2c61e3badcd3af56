// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint;

/**
 * A plug-in at one moment, counted since it was installed or restarted.
 *
 * @param id its kind and what it calls itself, such as {@code procedure:router} or {@code authenticator:digest}
 * @param faulty whether requests are refused because it was stuck too often; over when it is restarted
 * @param running calls that are inside it
 * @param calls that it has answered
 * @param faults calls that it has failed, or answered with nothing or nonsense
 * @param stuck calls that it did not end in time
 * @param refused calls that were refused because it was busy or faulty
 */
public record PlugIn(String id, boolean faulty, int running, long calls, long faults, long stuck, long refused) {}
