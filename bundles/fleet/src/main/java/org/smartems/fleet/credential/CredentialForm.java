// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.credential;

import java.util.Optional;
import java.util.Set;

/**
 * A device credential as people fill it in.
 *
 * @param username unique
 * @param password in clear, never to be logged; an absent one keeps what is stored, an empty text clears it
 * @param enabled a disabled one opens nothing
 * @param deviceTypes ids of the types it is limited to, at least one
 */
public record CredentialForm(String username, Optional<String> password, boolean enabled, Set<Long> deviceTypes) {

    /** Copies the types. */
    public CredentialForm {
        deviceTypes = Set.copyOf(deviceTypes);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "CredentialForm[" + username + "]";
    }
}
