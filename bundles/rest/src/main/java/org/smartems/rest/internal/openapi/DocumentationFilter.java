// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.platform.authentication.Authentication;
import org.smartems.platform.authentication.Caller;
import org.smartems.resource.Permission;
import org.smartems.resource.Requester;
import org.smartems.rest.internal.authentication.Bearer;
import org.smartems.rest.internal.error.Refusal;
import org.smartems.rest.internal.resource.ResourceRegistry;

/**
 * Describes the REST API to those who may call it: {@code /web/doc/AREA.yaml} and {@code .json} for the role of the
 * area, by {@code Authorization: Bearer}; {@code /web/doc/AREA} is a page for everybody that says so and no more.
 */
@Component(service = Filter.class, property = "smartems.front.path=/web/doc")
public final class DocumentationFilter implements Filter {

    private static final String API = "/web/api";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Authentication authentication;
    private final ResourceRegistry registry;

    /** Describes what is there when it is asked. */
    @Activate
    public DocumentationFilter(@Reference Authentication authentication, @Reference ResourceRegistry registry) {
        this.authentication = authentication;
        this.registry = registry;
    }

    @Override
    public void init(FilterConfig config) {}

    @Override
    public void destroy() {}

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        HttpServletResponse response = (HttpServletResponse) servletResponse;
        try {
            serve(request, response);
        } catch (PlatformException e) {
            Refusal.of(e).write(request, response);
        }
    }

    private void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!Set.of("GET", "HEAD").contains(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD");
            new Refusal(HttpServletResponse.SC_METHOD_NOT_ALLOWED, "Method Not Allowed").write(request, response);
            return;
        }
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
        int dot = path.lastIndexOf('.');
        String format = dot < 0 ? "" : path.substring(dot + 1);
        Area area = Area.of(dot < 0 ? path : path.substring(0, dot)).orElse(null);
        if (path.isEmpty() || area != null && format.isEmpty()) {
            write(request, response, "text/html", Page.of(area));
        } else if (area != null && Set.of("yaml", "json").contains(format)) {
            document(request, response, area, format);
        } else {
            new Refusal(HttpServletResponse.SC_NOT_FOUND, "Not Found").write(request, response);
        }
    }

    private void document(HttpServletRequest request, HttpServletResponse response, Area area, String format)
            throws IOException {
        Caller caller = authentication.authenticate(Bearer.token(request));
        if (!area.isReadBy(caller.roles())) {
            throw new PlatformException(ErrorCategory.DENIED, "accessDenied", "accessDenied");
        }
        String root = request.getRequestURL().toString();
        String server =
                root.substring(0, root.length() - request.getRequestURI().length()) + API;
        ObjectNode document = new OpenApi(server, registry.router().routes()).document(area, reader(area, caller));
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
