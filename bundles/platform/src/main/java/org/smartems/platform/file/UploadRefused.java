// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.file;

import java.util.Objects;

/** Why an upload goes no further. */
public final class UploadRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What is wrong. */
    public enum Reason {
        /** What was said of the upload contradicts itself or what was said before. */
        INVALID,
        /** There is none, or it is another user's, or it was used. */
        NOT_FOUND,
        /** Its time is over. */
        EXPIRED,
        /** The piece does not begin where the upload ends. */
        WRONG_OFFSET,
        /** It was made of parts and takes nothing more. */
        JOINED,
        /** Another request is just working on it. */
        LOCKED,
        /** It is longer than announced or allowed. */
        TOO_LARGE,
        /** The user has too much on its way. */
        QUOTA,
        /** The user has too many on their way. */
        TOO_MANY,
        /** The piece is not what its checksum says; nothing of it was kept. */
        CHECKSUM,
        /** The disk is full. */
        NO_ROOM
    }

    /**
     * A refusal.
     *
     * @param reason what is wrong
     * @param message one sentence for the client, without paths
     */
    public UploadRefused(Reason reason, String message) {
        super(message);
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /**
     * What is wrong.
     *
     * @return never null
     */
    public Reason reason() {
        return reason;
    }
}
