// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.user;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What an administrator with access to the server itself may do to a user; safe for use by many threads.
 *
 * <p>An unknown name is a {@link org.smartems.api.error.PlatformException} of category NOT_FOUND.
 */
@ProviderType
public interface Users {

    /**
     * Lifts a lock that failed logins caused.
     *
     * @param username the user's name
     */
    void unlock(String username);

    /**
     * Gives the user a new random password, lifts a lock and ends all sessions.
     *
     * @param username the user's name
     * @return the password, which is stored nowhere else
     */
    String resetPassword(String username);

    /**
     * Makes an enabled administrator.
     *
     * @param username of no other user
     * @return the password, which is stored nowhere else
     * @throws org.smartems.api.error.ValidationException for a name that breaks a rule
     */
    String createAdministrator(String username);

    /**
     * Users by name.
     *
     * @param prefix of the names, in any case; empty for all
     * @param limit how many at most
     * @return in order of their names
     */
    List<UserState> list(String prefix, int limit);
}
