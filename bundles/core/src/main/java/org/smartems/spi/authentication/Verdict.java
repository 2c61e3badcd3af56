// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.authentication;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What an authenticator says of a request; immutable. */
@ProviderType
public final class Verdict {

    private static final Verdict NOT_MINE = new Verdict(Kind.NOT_MINE, null, "", "");

    private final Kind kind;
    private final DeviceCredential credential;
    private final String username;
    private final String text;

    private Verdict(Kind kind, DeviceCredential credential, String username, String text) {
        this.kind = kind;
        this.credential = credential;
        this.username = username;
        this.text = text;
    }

    /** The verdicts there are. May grow. */
    public enum Kind {
        /** The request carries no credentials of this way. */
        NOT_MINE,
        /** The credentials are right. */
        ACCEPTED,
        /** The credentials are wrong: answered 401 and logged as a failed attempt. */
        REFUSED,
        /** The credentials are to be sent anew, such as with a newer nonce: answered 401, no failed attempt. */
        CHALLENGED,
        /** The credentials cannot be read or belong to another request: answered 400. */
        MALFORMED
    }

    /**
     * The request carries no credentials of this way.
     *
     * @return the verdict
     */
    public static Verdict notMine() {
        return NOT_MINE;
    }

    /**
     * The credentials are right.
     *
     * @param credential whose they are
     * @return the verdict
     */
    public static Verdict accepted(DeviceCredential credential) {
        return new Verdict(Kind.ACCEPTED, credential, credential.username(), "");
    }

    /**
     * The credentials are wrong. An unknown user and a wrong password get the same verdict.
     *
     * @param username as the device sent it
     * @param challenge value of the header {@code WWW-Authenticate}
     * @return the verdict
     */
    public static Verdict refused(String username, String challenge) {
        return new Verdict(Kind.REFUSED, null, username, challenge);
    }

    /**
     * The credentials are to be sent anew.
     *
     * @param challenge value of the header {@code WWW-Authenticate}
     * @return the verdict
     */
    public static Verdict challenged(String challenge) {
        return new Verdict(Kind.CHALLENGED, null, "", challenge);
    }

    /**
     * The credentials cannot be read or belong to another request.
     *
     * @param reason for the log of the server, one line
     * @return the verdict
     */
    public static Verdict malformed(String reason) {
        return new Verdict(Kind.MALFORMED, null, "", reason);
    }

    /**
     * Which verdict it is.
     *
     * @return to be switched on with a default branch
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Whose credentials were right.
     *
     * @return empty unless accepted
     */
    public Optional<DeviceCredential> credential() {
        return Optional.ofNullable(credential);
    }

    /**
     * The name that the device sent.
     *
     * @return empty unless accepted or refused
     */
    public String username() {
        return username;
    }

    /**
     * The challenge of a refused or challenged request.
     *
     * @return value of the header {@code WWW-Authenticate}, else empty
     */
    public String challenge() {
        return kind == Kind.REFUSED || kind == Kind.CHALLENGED ? text : "";
    }

    /**
     * Why credentials cannot be read.
     *
     * @return one line for the log of the server, else empty
     */
    public String reason() {
        return kind == Kind.MALFORMED ? text : "";
    }
}
