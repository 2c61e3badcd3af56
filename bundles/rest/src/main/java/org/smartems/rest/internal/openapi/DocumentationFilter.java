// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.servlet.Filter;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.platform.authentication.Authentication;
import org.smartems.platform.authentication.Caller;
import org.smartems.platform.configuration.Configurations;
import org.smartems.platform.configuration.HiddenDocumentation;
import org.smartems.resource.Permission;
import org.smartems.resource.Requester;
import org.smartems.rest.internal.error.Refusal;
import org.smartems.rest.internal.front.RestFilter;
import org.smartems.rest.internal.resource.ResourceRegistry;

/**
 * Describes the REST API to those who may call it: {@code /web/doc/AREA.yaml} and {@code .json} for the role of the
 * area, by {@code Authorization: Bearer}; {@code /web/doc/AREA} is a page for everybody that says so and no more. What
 * an administrator has switched off is not there, whoever asks.
 */
@Component(service = Filter.class, property = "smartems.front.path=/web/doc")
public final class DocumentationFilter extends RestFilter {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> METHODS = List.of("GET", "HEAD");

    private final ResourceRegistry registry;
    private final Configurations configurations;

    /** Describes what is there when it is asked. */
    @Activate
    public DocumentationFilter(
            @Reference Authentication authentication,
            @Reference ResourceRegistry registry,
            @Reference Configurations configurations) {
        super(authentication);
        this.registry = registry;
        this.configurations = configurations;
    }

    @Override
    protected void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!METHODS.contains(request.getMethod())) {
            refuseMethod(METHODS, request, response);
            return;
        }
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
        int dot = path.lastIndexOf('.');
        String format = dot < 0 ? "" : path.substring(dot + 1);
        List<Area> areas = areas();
        Area area = Area.of(dot < 0 ? path : path.substring(0, dot))
                .filter(areas::contains)
                .orElse(null);
        if (path.isEmpty() || area != null && format.isEmpty()) {
            write(request, response, "text/html", Page.of(area == null ? areas : List.of(area)));
        } else if (area != null && Set.of("yaml", "json").contains(format)) {
            document(request, response, area, format);
        } else {
            refuse(new Refusal(HttpServletResponse.SC_NOT_FOUND, "Not Found"), request, response);
        }
    }

    /** Those that are not switched off. */
    private List<Area> areas() {
        HiddenDocumentation hidden = configurations.general().hiddenDocumentation();
        return Arrays.stream(Area.values())
                .filter(area -> !area.isHidden(hidden))
                .toList();
    }

    private void document(HttpServletRequest request, HttpServletResponse response, Area area, String format)
            throws IOException {
        Caller caller = caller(request);
        if (!area.isReadBy(caller.roles())) {
            throw new PlatformException(ErrorCategory.DENIED, "accessDenied", "accessDenied");
        }
        String root = request.getRequestURL().toString();
        String host = root.substring(0, root.length() - request.getRequestURI().length());
        ObjectNode document = new OpenApi(host, registry.router().routes()).document(area, reader(area, caller));
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"smart-ems-" + area.id() + "." + format + "\"");
        response.setHeader("Cache-Control", "no-store");
        boolean yaml = format.equals("yaml");
        write(
                request,
                response,
                yaml ? "application/yaml" : "application/json",
                yaml ? Yaml.of(document) : JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document));
    }

    private static Requester reader(Area area, Caller caller) {
        Set<String> roles = caller.roles().stream().map(Enum::name).collect(Collectors.toSet());
        return new Requester(caller.userId(), caller.username(), area.of(Permission.ofRoles(roles)));
    }

    private static void write(
            HttpServletRequest request, HttpServletResponse response, String mediaType, String content)
            throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        response.setContentType(mediaType + ";charset=utf-8");
        response.setContentLength(bytes.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(bytes);
        }
    }
}
