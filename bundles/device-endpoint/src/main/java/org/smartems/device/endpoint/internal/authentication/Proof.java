// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal.authentication;

import java.util.Optional;
import org.smartems.fleet.catalogue.Credential;

/**
 * A device has proved who it is.
 *
 * @param attempt with which it did, maybe at a newer state than the request was first looked at
 * @param credential that was proved; empty when its type asks for none
 */
public record Proof(Attempt attempt, Optional<Credential> credential) {}
