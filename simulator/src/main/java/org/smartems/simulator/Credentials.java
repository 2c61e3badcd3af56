// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator;

import java.util.Objects;

/**
 * By what a device authenticates.
 *
 * @param scheme how
 * @param username may be empty for {@link Scheme#NONE}
 * @param password never shown by {@link #toString()}
 */
public record Credentials(Scheme scheme, String username, String password) {

    /** How user name and password travel. */
    public enum Scheme {
        /** Not at all. */
        NONE,
        /** Basic, sent without waiting for a challenge. */
        BASIC,
        /** Digest with {@code qop=auth} and nonce counts. */
        DIGEST,
        /** Digest as in RFC 2069: no {@code qop}, no count, no client nonce. */
        DIGEST_RFC2069
    }

    /** Refuses null. */
    public Credentials {
        Objects.requireNonNull(scheme, "scheme");
        Objects.requireNonNull(username, "username");
        Objects.requireNonNull(password, "password");
    }

    /**
     * A device that does not authenticate.
     *
     * @return without name and password
     */
    public static Credentials none() {
        return new Credentials(Scheme.NONE, "", "");
    }

    /**
     * Basic.
     *
     * @param username of the device user
     * @param password of the device user
     * @return credentials
     */
    public static Credentials basic(String username, String password) {
        return new Credentials(Scheme.BASIC, username, password);
    }

    /**
     * Digest.
     *
     * @param username of the device user
     * @param password of the device user
     * @return credentials
     */
    public static Credentials digest(String username, String password) {
        return new Credentials(Scheme.DIGEST, username, password);
    }

    /**
     * The same user with a password that is not his.
     *
     * @return credentials that a server must refuse
     */
    public Credentials wrong() {
        return new Credentials(scheme, username, password + "?");
    }

    @Override
    public String toString() {
        return scheme + " " + username;
    }
}
