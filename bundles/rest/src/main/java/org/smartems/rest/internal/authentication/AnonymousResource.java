// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.authentication;

import javax.annotation.security.PermitAll;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.smartems.platform.configuration.Configurations;

/** What the login page must know before anybody has logged in. */
@Path("anonymous")
@Produces(MediaType.APPLICATION_JSON)
public final class AnonymousResource {

    private final Configurations configurations;

    public AnonymousResource(Configurations configurations) {
        this.configurations = configurations;
    }

    @GET
    @Path("configuration")
    @PermitAll
    public AnonymousConfiguration configuration() {
        return AnonymousConfiguration.of(configurations.general());
    }
}
