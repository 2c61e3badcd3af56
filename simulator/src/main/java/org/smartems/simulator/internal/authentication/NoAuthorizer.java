// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.authentication;

import java.util.List;
import java.util.Optional;
import org.smartems.simulator.Credentials;

/** Sends nothing. */
final class NoAuthorizer implements Authorizer {

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public Optional<String> authorization(String method, String target, Credentials credentials) {
        return Optional.empty();
    }

    @Override
    public boolean challenged(List<String> challenges) {
        return false;
    }
}
