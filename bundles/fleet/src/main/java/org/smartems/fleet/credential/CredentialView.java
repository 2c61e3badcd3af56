// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.credential;

import java.util.Set;
import org.smartems.fleet.History;

/**
 * A stored device credential, without its password.
 *
 * @param id of the credential
 * @param username unique
 * @param enabled a disabled one opens nothing
 * @param deviceTypes ids of the types it is limited to
 * @param history when and by whom
 */
public record CredentialView(long id, String username, boolean enabled, Set<Long> deviceTypes, History history) {}
