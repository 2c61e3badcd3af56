// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.authentication;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.smartems.simulator.Credentials;

/** Makes the header Authorization for one server. Used by one thread at a time. */
public interface Authorizer {

    /** For a scheme. */
    static Authorizer of(Credentials.Scheme scheme) {
        return switch (scheme) {
            case NONE -> new NoAuthorizer();
            case BASIC -> new BasicAuthorizer();
            case DIGEST -> new DigestAuthorizer(false);
            case DIGEST_RFC2069 -> new DigestAuthorizer(true);
        };
    }

    /** Whether it can do without another challenge. */
    boolean ready();

    /** The value of the header; empty for a device that does not authenticate. */
    Optional<String> authorization(String method, String target, Credentials credentials);

    /**
     * Learns from an answer 401.
     *
     * @param challenges values of WWW-Authenticate
     * @return whether it is worth asking again
     * @throws IOException when the challenge cannot be answered
     */
    boolean challenged(List<String> challenges) throws IOException;
}
