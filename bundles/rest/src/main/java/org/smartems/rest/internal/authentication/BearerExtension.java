// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.authentication;

import java.lang.reflect.Method;
import java.util.Arrays;
import javax.annotation.Priority;
import javax.annotation.security.PermitAll;
import javax.annotation.security.RolesAllowed;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Priorities;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.platform.authentication.Authentication;
import org.smartems.platform.authentication.Caller;
import org.smartems.platform.authentication.Role;

/**
 * Finds out who is calling, by {@code Authorization: Bearer} (RFC 6750, section 2.1) and nothing else, and refuses
 * whoever lacks the roles that the method names. A method that names none is refused to everybody.
 */
@Priority(Priorities.AUTHENTICATION)
public final class BearerExtension implements ContainerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(BearerExtension.class);

    private final Authentication authentication;

    @Context
    private ResourceInfo resource;

    public BearerExtension(Authentication authentication) {
        this.authentication = authentication;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        if (method.isAnnotationPresent(PermitAll.class)) {
            return;
        }
        Caller caller = authentication.authenticate(Bearer.token(request.getHeaderString(HttpHeaders.AUTHORIZATION)));
        RolesAllowed allowed = method.getAnnotation(RolesAllowed.class);
        boolean mayCall = allowed != null
                && Arrays.stream(allowed.value()).map(Role::valueOf).anyMatch(caller.roles()::contains);
        if (!mayCall) {
            LOG.info("{} refused to user {}", method.getName(), caller.username());
            throw new PlatformException(ErrorCategory.DENIED, "accessDenied", "accessDenied");
        }
        request.setProperty(Caller.class.getName(), caller);
    }

    /** The caller of a method that is not open to everybody. */
    public static Caller caller(HttpServletRequest request) {
        return (Caller) request.getAttribute(Caller.class.getName());
    }
}
