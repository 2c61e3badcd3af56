// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.authentication;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.smartems.simulator.Credentials;

/** Sends name and password with the first request. */
final class BasicAuthorizer implements Authorizer {

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public Optional<String> authorization(String method, String target, Credentials credentials) {
        byte[] pair = (credentials.username() + ':' + credentials.password()).getBytes(UTF_8);
        return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
    }

    @Override
    public boolean challenged(List<String> challenges) {
        return false;
    }
}
