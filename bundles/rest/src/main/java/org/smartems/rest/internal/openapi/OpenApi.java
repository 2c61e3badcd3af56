// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.smartems.resource.Requester;
import org.smartems.resource.Route;

/** Describes, in OpenAPI 3.0, the calls that somebody may make. */
final class OpenApi {

    static final String VERSION = "3.0.3";

    private static final JsonNode SESSION = session();

    private final String server;
    private final Collection<Route> routes;

    /**
     * Describes calls.
     *
     * @param server address of the API's root
     * @param routes all calls that are served
     */
    OpenApi(String server, Collection<Route> routes) {
        this.server = server;
        this.routes = routes;
    }

    /** What is written by hand: log in and the life of a session. */
    private static JsonNode session() {
        try (InputStream stream = OpenApi.class.getResourceAsStream("session.json")) {
            return new ObjectMapper().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        document.putArray("servers").addObject().put("url", server);
        document.putArray("security").addObject().putArray("bearer");
        ArrayNode tags = document.putArray("tags");
        ObjectNode paths = document.putObject("paths");
        Components components = new Components();
        Map<String, String> descriptions = new TreeMap<>();
        session(paths, components, descriptions);
        for (Route route : allowed(reader)) {
            String tag = route.path().split("/")[0];
            descriptions.putIfAbsent(tag, description(route, tag));
            path(paths, "/" + route.path())
                    .set(
                            route.method().toLowerCase(java.util.Locale.ROOT),
                            new OperationWriter(reader, components).write(route, tag));
        }
        descriptions.forEach((tag, text) -> tags.addObject().put("name", tag).put("description", text));
        ObjectNode written = document.putObject("components");
        written.putObject("securitySchemes")
                .putObject("bearer")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT");
        components.write(written);
        return document;
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

    private static void session(ObjectNode paths, Components components, Map<String, String> descriptions) {
        SESSION.path("tags")
                .properties()
                .forEach(tag -> descriptions.put(tag.getKey(), tag.getValue().asText()));
        components.addAll(SESSION.path("schemas"));
        SESSION.path("paths").properties().forEach(path -> {
            ObjectNode copy = path.getValue().deepCopy();
            copy.forEach(operation -> answers((ObjectNode) operation, components));
            paths.set(path.getKey(), copy);
        });
    }

    /** The errors stand there as a list of their statuses. */
    private static void answers(ObjectNode operation, Components components) {
        JsonNode statuses = operation.remove("errors");
        ObjectNode responses = (ObjectNode) operation.get("responses");
        statuses.forEach(status -> components.errors(responses, status.intValue()));
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
