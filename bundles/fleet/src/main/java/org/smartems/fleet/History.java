// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * When and by whom something was made and last changed.
 *
 * @param createdAt when it was made
 * @param updatedAt when it was last changed by people or jobs
 * @param createdBy user id; empty when it was no person
 * @param updatedBy user id; empty when it was no person
 */
public record History(Instant createdAt, Instant updatedAt, OptionalLong createdBy, OptionalLong updatedBy) {}
