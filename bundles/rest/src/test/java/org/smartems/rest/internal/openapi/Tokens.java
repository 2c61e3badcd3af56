// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.openapi;

import java.util.Map;
import java.util.Optional;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.platform.authentication.Authentication;
import org.smartems.platform.authentication.Caller;
import org.smartems.platform.authentication.NewPassword;
import org.smartems.platform.authentication.Session;

/** Knows people by their tokens, and can do nothing else. */
public record Tokens(Map<String, Caller> people) implements Authentication {

    @Override
    public Caller authenticate(String accessToken) {
        return Optional.ofNullable(people.get(accessToken))
                .orElseThrow(() ->
                        new PlatformException(ErrorCategory.UNAUTHENTICATED, "tokenInvalid", "Invalid JWT Token"));
    }

    @Override
    public Session login(String username, String password, String remoteHost) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Session refresh(String refreshToken) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void extend(String refreshToken) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Session current(Caller caller) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Session changeRequiredPassword(Caller caller, NewPassword password) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void changePassword(Caller caller, String currentPassword, NewPassword password) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void logout(Caller caller, String refreshToken) {
        throw new UnsupportedOperationException();
    }
}
