// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.credential;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.smartems.platform.audit.Author;

/**
 * Credentials that devices use. Safe for use by many threads; joins the caller's transaction.
 *
 * <p>Bad input is a {@link org.smartems.api.error.ValidationException}, an unknown id a
 * {@link org.smartems.api.error.PlatformException} of category NOT_FOUND.
 */
@ProviderType
public interface DeviceCredentials {

    /**
     * Makes a credential.
     *
     * @param author who does it
     * @param form all of it, with a password
     * @return what was stored
     */
    CredentialView create(Author author, CredentialForm form);

    /**
     * Replaces a credential. One without a password opens nothing.
     *
     * @param author who does it
     * @param id of the credential
     * @param form all of it
     * @return what was stored
     */
    CredentialView edit(Author author, long id, CredentialForm form);

    /**
     * Removes a credential; devices that were bound to it may use another.
     *
     * @param author who does it
     * @param id of the credential
     */
    void delete(Author author, long id);

    /**
     * One credential.
     *
     * @param id of the credential
     * @return what is stored
     */
    CredentialView get(long id);

    /**
     * One credential by its username.
     *
     * @param username exact
     * @return empty when there is none
     */
    Optional<CredentialView> find(String username);

    /**
     * Shows a password. Who looks at it is told to the log {@code org.smartems.secret}.
     *
     * @param author who looks at it
     * @param id of the credential
     * @return in clear, never to be logged; empty when there is none
     */
    String password(Author author, long id);
}
