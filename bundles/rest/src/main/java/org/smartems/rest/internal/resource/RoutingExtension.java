// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.resource;

import javax.annotation.Priority;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Priorities;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.Context;
import org.smartems.resource.Router;

/**
 * Finds the route of a declared resource before anybody is asked who is calling: what does not exist is 404 to
 * everybody, so that a mistyped address does not look like a login that has ended.
 */
@Priority(Priorities.AUTHENTICATION - 1)
public final class RoutingExtension implements ContainerRequestFilter {

    private final ResourceRegistry registry;

    @Context
    private ResourceInfo resource;

    public RoutingExtension(ResourceRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (resource.getResourceClass() == DispatchingResource.class) {
            String path = request.getUriInfo().getPathParameters().getFirst(DispatchingResource.PATH);
            request.setProperty(Router.Match.class.getName(), registry.find(request.getMethod(), path));
        }
    }

    static Router.Match match(HttpServletRequest request) {
        return (Router.Match) request.getAttribute(Router.Match.class.getName());
    }
}
