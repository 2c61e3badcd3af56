// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.user;

import org.osgi.annotation.versioning.ProviderType;
import org.smartems.platform.audit.Author;
import org.smartems.platform.authentication.NewPassword;

/**
 * Users as administrators handle them over the REST API. Every method joins the caller's transaction or begins one;
 * safe for use by many threads.
 *
 * <p>Input that breaks a rule is a {@link org.smartems.api.error.ValidationException}. A
 * {@link org.smartems.api.error.PlatformException} is of category NOT_FOUND for an unknown id, and DENIED with the code
 * {@code deny.user.…} for what the user's state forbids. There is always an enabled administrator whose account does
 * not expire: what would leave none is refused, and of two who try to remove each other one is.
 *
 * <p>Whatever takes something from a user ends the user's access tokens.
 */
@ProviderType
public interface UserAdministration {

    /**
     * Makes a user. The password counts as never changed: it is due at the first log in when passwords expire.
     *
     * @param author who does it
     * @param form what is made
     * @param password its fields are called {@code plainPassword} and {@code plainPasswordRepeat} in errors
     * @return the id
     */
    long create(Author author, UserForm form, NewPassword password);

    /**
     * Changes a user; nobody can disable or demote himself.
     *
     * @param author who does it
     * @param id of the user
     * @param form replaces what is stored
     */
    void edit(Author author, long id, UserForm form);

    /**
     * Removes a user with sessions, tags and columns. What the user made stays.
     *
     * @param author who does it, somebody else
     * @param id of the user
     */
    void delete(Author author, long id);

    /**
     * Lets a user log in again; a moment that has passed no longer expires the account.
     *
     * @param author who does it
     * @param id of a user who is disabled or expired
     */
    void enable(Author author, long id);

    /**
     * Lets a user log in no more, and ends the user's sessions; the account has no moment of expiry any more.
     *
     * @param author who does it, somebody else
     * @param id of a user who is enabled
     */
    void disable(Author author, long id);

    /**
     * Gives a user another password and ends the user's sessions. Former passwords are not remembered or compared, and
     * the date of the change is not touched.
     *
     * @param author who does it, somebody else
     * @param id of the user
     * @param password its fields are called {@code newPlainPassword} and {@code newPlainPasswordRepeat} in errors
     */
    void changePassword(Author author, long id, NewPassword password);

    /**
     * Lifts a lock that failed log ins caused.
     *
     * @param author who does it
     * @param id of a user who is locked
     */
    void resetLoginAttempts(Author author, long id);

    /**
     * Forgets the secret of a user's one-time passwords; the next log in shows a new one.
     *
     * @param author who does it
     * @param id of a user with a secret
     */
    void resetTotpSecret(Author author, long id);
}
