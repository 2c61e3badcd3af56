// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.authentication;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import javax.annotation.security.PermitAll;
import javax.annotation.security.RolesAllowed;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.smartems.platform.authentication.Authentication;
import org.smartems.platform.authentication.NewPassword;
import org.smartems.rest.internal.json.Body;

/** Log in and the life of a session. */
@Path("authentication")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class AuthenticationResource {

    static final int NAME_LENGTH = 255;
    static final int SECRET_LENGTH = 4096;

    private final Authentication authentication;

    public AuthenticationResource(Authentication authentication) {
        this.authentication = authentication;
    }

    @POST
    @Path("login_check")
    @PermitAll
    public SessionBody login(JsonNode json, @Context HttpServletRequest request) {
        Body body = Body.lenient(json);
        String username = body.required("username", NAME_LENGTH);
        String password = body.required("password", SECRET_LENGTH);
        return SessionBody.of(authentication.login(username, password, request.getRemoteAddr()));
    }

    @POST
    @Path("token/refresh")
    @PermitAll
    public SessionBody refresh(JsonNode json) {
        Body body = Body.lenient(json);
        return SessionBody.of(authentication.refresh(body.required("refreshToken", SECRET_LENGTH)));
    }

    /** For clients in the field, which call it by GET although it changes something. */
    @GET
    @Path("token/extend/{refreshToken}")
    @PermitAll
    public void extendByPath(@PathParam("refreshToken") String refreshToken) {
        authentication.extend(refreshToken);
    }

    @POST
    @Path("token/extend")
    @PermitAll
    public void extend(JsonNode json) {
        Body body = Body.lenient(json);
        authentication.extend(body.required("refreshToken", SECRET_LENGTH));
    }

    @GET
    @Path("get/roles")
    @RolesAllowed("ROLE_USER")
    public SessionBody roles(@Context HttpServletRequest request) {
        return SessionBody.of(authentication.current(BearerExtension.caller(request)));
    }

    @POST
    @Path("change/password/required")
    @RolesAllowed("ROLE_CHANGEPASSWORDREQUIRED")
    public SessionBody changeRequiredPassword(JsonNode json, @Context HttpServletRequest request) {
        return SessionBody.of(
                authentication.changeRequiredPassword(BearerExtension.caller(request), newPassword(json)));
    }

    private static NewPassword newPassword(JsonNode json) {
        return newPassword(Body.of(json, Set.of("newPlainPassword", "newPlainPasswordRepeat")));
    }

    static NewPassword newPassword(Body body) {
        return new NewPassword(
                body.optional("newPlainPassword", SECRET_LENGTH),
                body.optional("newPlainPasswordRepeat", SECRET_LENGTH));
    }
}
