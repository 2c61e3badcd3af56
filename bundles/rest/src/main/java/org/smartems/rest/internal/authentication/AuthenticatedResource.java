// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.authentication;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import javax.annotation.security.RolesAllowed;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.smartems.platform.authentication.Authentication;
import org.smartems.rest.internal.json.Body;
import org.smartems.rest.internal.json.JsonExtension;

/** What a person who is logged in does about the own account. */
@Path("authenticated")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class AuthenticatedResource {

    private final Authentication authentication;

    public AuthenticatedResource(Authentication authentication) {
        this.authentication = authentication;
    }

    /** The body may be missing, and then it has no type. */
    @POST
    @Path("logout")
    @RolesAllowed("ROLE_USER")
    @Consumes(MediaType.WILDCARD)
    public void logout(String json, @Context HttpServletRequest request) {
        Body body = Body.of(JsonExtension.parse(json), Set.of("refreshToken"));
        authentication.logout(
                BearerExtension.caller(request), body.optional("refreshToken", AuthenticationResource.SECRET_LENGTH));
    }

    /** For clients in the field, which call it by GET although it changes something. */
    @GET
    @Path("logout")
    @RolesAllowed("ROLE_USER")
    public void logoutByGet(@Context HttpServletRequest request) {
        authentication.logout(BearerExtension.caller(request), null);
    }

    @POST
    @Path("change/password")
    @RolesAllowed({"ROLE_ADMIN", "ROLE_SMARTEMS", "ROLE_VPN"})
    public void changePassword(JsonNode json, @Context HttpServletRequest request) {
        Body body = Body.of(json, Set.of("currentPlainPassword", "newPlainPassword", "newPlainPasswordRepeat"));
        authentication.changePassword(
                BearerExtension.caller(request),
                body.optional("currentPlainPassword", AuthenticationResource.SECRET_LENGTH),
                AuthenticationResource.newPassword(body));
    }
}
