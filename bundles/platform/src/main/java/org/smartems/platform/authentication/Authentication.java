// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.authentication;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Log in and what follows from it.
 *
 * <p>Every refusal is a {@link org.smartems.api.error.PlatformException} of category UNAUTHENTICATED, DENIED or
 * THROTTLED, a {@link org.smartems.api.error.ValidationException} for a password that breaks a rule, and UNAVAILABLE
 * while the database is away. All methods may be called by many threads at once and begin a transaction of their own.
 */
@ProviderType
public interface Authentication {

    /**
     * Checks a name and a password, stores the attempt, begins a session.
     *
     * <p>A wrong name and a wrong password are refused alike, after the same work. At the configured number of failures
     * the account is locked for the configured time, and so is a name that no user has.
     *
     * @param username at most 255 characters
     * @param password at most 4096 characters
     * @param remoteHost the caller's address, for the attempt and for throttling
     * @return the new session
     */
    Session login(String username, String password, String remoteHost);

    /**
     * Exchanges a refresh token for a new pair. A token that was exchanged before ends the whole session.
     *
     * @param refreshToken as answered before
     * @return the same session, at the same stage
     */
    Session refresh(String refreshToken);

    /**
     * Lets the session live for at least one more access token lifetime. An unknown or ended token changes nothing.
     *
     * @param refreshToken as answered before
     */
    void extend(String refreshToken);

    /**
     * Finds out who is calling. Reads the user on each call, so that a disabled user's token is dead at once.
     *
     * @param accessToken the JWT of an Authorization header
     * @return the caller
     */
    Caller authenticate(String accessToken);

    /**
     * Answers the caller's session anew. The refresh token that the client already holds stays valid.
     *
     * @param caller who asks
     * @return a new pair of tokens of the same session
     */
    Session current(Caller caller);

    /**
     * Sets the password that a login asked for, and opens the session.
     *
     * @param caller somebody with ROLE_CHANGEPASSWORDREQUIRED
     * @param password the new one
     * @return the session at its full stage; the user's other sessions have ended
     */
    Session changeRequiredPassword(Caller caller, NewPassword password);

    /**
     * Changes the caller's own password. Access tokens that are out die; the caller's session can be refreshed, the
     * user's other sessions have ended.
     *
     * @param caller who asks
     * @param currentPassword proves that it is the person and not an unattended screen
     * @param password the new one
     */
    void changePassword(Caller caller, String currentPassword, NewPassword password);

    /**
     * Ends the caller's session, and that of the refresh token when it is another one of the same user.
     *
     * @param caller who asks
     * @param refreshToken may be null
     */
    void logout(Caller caller, String refreshToken);
}
