// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests.misbehaving;

import org.smartems.spi.authentication.AuthenticationRequest;
import org.smartems.spi.authentication.DeviceAuthenticator;
import org.smartems.spi.authentication.Verdict;

/** Has no name. */
final class TestAuthenticator implements DeviceAuthenticator {

    @Override
    public String method() {
        return null;
    }

    @Override
    public Verdict authenticate(AuthenticationRequest request) {
        throw new IllegalStateException("never called");
    }

    @Override
    public String challenge(AuthenticationRequest request) {
        throw new IllegalStateException("never called");
    }
}
