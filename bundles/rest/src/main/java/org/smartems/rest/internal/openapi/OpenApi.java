// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.smartems.resource.Requester;
import org.smartems.resource.Route;

/** Describes, in OpenAPI 3.0, the calls that somebody may make. */
final class OpenApi {

    static final String VERSION = "3.0.3";

    private static final String API = "/web/api";

    private final String host;
    private final Collection<Route> routes;

    /**
     * Describes calls.
     *
     * @param host address of the server, without a path
     * @param routes all calls that are served
     */
    OpenApi(String host, Collection<Route> routes) {
        this.host = host;
        this.routes = routes;
    }

    /**
     * The document of an area.
     *
     * @param area whom it is for
     * @param reader with the permissions of that area
     */
    ObjectNode document(Area area, Requester reader) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("openapi", VERSION);
        info(area, document.putObject("info"));
        document.putArray("servers").addObject().put("url", host + API);
        document.putArray("security").addObject().putArray("bearer");
        ArrayNode tags = document.putArray("tags");
        ObjectNode paths = document.putObject("paths");
        Components components = new Components();
        calls(reader, paths, components)
                .forEach((tag, text) -> tags.addObject().put("name", tag).put("description", text));
        ObjectNode written = document.putObject("components");
        written.putObject("securitySchemes")
                .putObject("bearer")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT");
        components.write(written);
        return document;
    }

    /** Writes all calls; answers their tags with what is said of them. */
    private Map<String, String> calls(Requester reader, ObjectNode paths, Components components) {
        Map<String, String> descriptions = new TreeMap<>();
        for (Handwritten part : Handwritten.ALL) {
            if (part.isFor(reader)) {
                part.describe(descriptions);
                part.write(host, paths, components);
            }
        }
        for (Route route : allowed(reader)) {
            String tag = route.path().split("/")[0];
            ObjectNode path = path(paths, "/" + route.path());
            String method = route.method().toLowerCase(Locale.ROOT);
            if (!path.has(method)) {
                descriptions.putIfAbsent(tag, description(route, tag));
                path.set(method, new OperationWriter(reader, components).write(route, tag));
            }
        }
        return descriptions;
    }

    private static void info(Area area, ObjectNode info) {
        info.put("title", "Smart EMS");
        info.put("version", version());
        info.put("description", "The REST API for " + area.readers() + ".");
        info.putObject("contact").put("name", "Smart EMS");
        info.putObject("license").put("name", "Apache 2.0").put("url", "https://www.apache.org/licenses/LICENSE-2.0");
    }

    private static String version() {
        org.osgi.framework.Bundle bundle = org.osgi.framework.FrameworkUtil.getBundle(OpenApi.class);
        return bundle == null ? "0" : bundle.getVersion().toString();
    }

    private List<Route> allowed(Requester reader) {
        return routes.stream()
                .filter(route -> !reader.permissions().isEmpty() && reader.hasAny(route.access()))
                .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
                .toList();
    }

    private static String description(Route route, String tag) {
        return route.resource() == null
                ? Names.component(tag)
                : route.resource().entity();
    }

    private static ObjectNode path(ObjectNode paths, String path) {
        return paths.has(path) ? (ObjectNode) paths.get(path) : paths.putObject(path);
    }
}
