// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.authentication;

import javax.annotation.security.PermitAll;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtensionSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;
import org.smartems.platform.configuration.Configurations;
import org.smartems.rest.internal.ApiApplication;
import org.smartems.rest.internal.error.ErrorExtension;
import org.smartems.rest.internal.json.JsonExtension;

/** What the login page must know before anybody has logged in. */
@Component(service = AnonymousResource.class)
@JaxrsResource
@JaxrsName("smartems-anonymous")
@JaxrsApplicationSelect(ApiApplication.SELECT)
@JaxrsExtensionSelect({JsonExtension.SELECT, ErrorExtension.SELECT, BearerExtension.SELECT})
@Path("anonymous")
@Produces(MediaType.APPLICATION_JSON)
public final class AnonymousResource {

    private final Configurations configurations;

    @Activate
    public AnonymousResource(@Reference Configurations configurations) {
        this.configurations = configurations;
    }

    @GET
    @Path("configuration")
    @PermitAll
    public AnonymousConfiguration configuration() {
        return AnonymousConfiguration.of(configurations.general());
    }
}
