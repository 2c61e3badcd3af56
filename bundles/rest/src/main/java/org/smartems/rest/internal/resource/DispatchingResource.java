// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.security.RolesAllowed;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HEAD;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.platform.authentication.Caller;
import org.smartems.resource.Call;
import org.smartems.resource.Engine;
import org.smartems.resource.Input;
import org.smartems.resource.Permission;
import org.smartems.resource.Requester;
import org.smartems.resource.Router;
import org.smartems.rest.internal.authentication.BearerExtension;
import org.smartems.rest.internal.json.JsonExtension;

/** Hands every call of a declared resource to the engine. */
@Path("{" + DispatchingResource.PATH + ": .+}")
@Consumes(MediaType.WILDCARD)
public final class DispatchingResource {

    static final String PATH = "path";

    private static final Logger LOG = LoggerFactory.getLogger(DispatchingResource.class);
    private static final int LONGEST_QUERY = 1 << 20;

    private final Engine engine;

    public DispatchingResource(Engine engine) {
        this.engine = engine;
    }

    @GET
    @RolesAllowed("ROLE_USER")
    public Response get(@Context HttpServletRequest request) {
        return run(null, request);
    }

    /** Some calls change something although they are called by GET, so no call is declared for HEAD: always 405. */
    @HEAD
    @RolesAllowed("ROLE_USER")
    public Response head(@Context HttpServletRequest request) {
        return run(null, request);
    }

    @POST
    @RolesAllowed("ROLE_USER")
    public Response post(String body, @Context HttpServletRequest request) {
        return run(body, request);
    }

    @DELETE
    @RolesAllowed("ROLE_USER")
    public Response delete(@Context HttpServletRequest request) {
        return run(null, request);
    }

    private Response run(String body, HttpServletRequest request) {
        Router.Match match = RoutingExtension.match(request);
        Requester requester = requester(BearerExtension.caller(request));
        try {
            JsonNode json = body(match, body, request);
            Call call = new Call(requester, match.parameters(), json, Input.EMPTY, request.getRemoteAddr());
            return Results.response(engine.run(match.route(), call), request);
        } catch (PlatformException e) {
            if (e.category() == ErrorCategory.DENIED) {
                LOG.info(
                        "{} {} refused to user {}: {}",
                        request.getMethod(),
                        request.getPathInfo(),
                        requester.name(),
                        e.code());
            }
            throw e;
        }
    }

    static Requester requester(Caller caller) {
        Set<String> roles = caller.roles().stream().map(Enum::name).collect(Collectors.toSet());
        return new Requester(caller.userId(), caller.username(), Permission.ofRoles(roles));
    }

    private static ObjectNode body(Router.Match match, String body, HttpServletRequest request) {
        if (body == null || body.isBlank()) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (!isJson(request.getContentType())) {
            throw new javax.ws.rs.NotSupportedException();
        }
        if (match.route().isBodyRead() && body.length() > LONGEST_QUERY) {
            throw new javax.ws.rs.ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
        if (JsonExtension.parse(body) instanceof ObjectNode object) {
            return object;
        }
        throw new PlatformException(ErrorCategory.INVALID, "malformed", "The body must be a JSON object");
    }

    private static boolean isJson(String contentType) {
        try {
            MediaType type = contentType == null ? null : MediaType.valueOf(contentType);
            return type != null
                    && (type.getSubtype().equalsIgnoreCase("json")
                            || type.getSubtype()
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .endsWith("+json"));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
