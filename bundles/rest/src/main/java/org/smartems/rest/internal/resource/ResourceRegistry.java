// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.resource;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.ws.rs.NotAllowedException;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.resource.Resource;
import org.smartems.resource.Resources;
import org.smartems.resource.Result;
import org.smartems.resource.Route;
import org.smartems.resource.Router;

/** All resources and routes that bundles have declared and that are there now. */
@Component(service = ResourceRegistry.class)
public final class ResourceRegistry {

    private final List<Resources> providers = new CopyOnWriteArrayList<>();
    /** What was there and has gone, most likely because its bundle is being replaced: not unknown, but away. */
    private final Set<String> gone = new LinkedHashSet<>();

    private volatile Router router = new Router(List.of());
    private volatile List<Resource> resources = List.of();

    @Activate
    public ResourceRegistry() {
        rebuild();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(Resources provider) {
        providers.add(provider);
        rebuild();
    }

    void remove(Resources provider) {
        providers.remove(provider);
        rebuild();
    }

    private synchronized void rebuild() {
        List<Resource> all = providers.stream()
                .flatMap(provider -> provider.resources().stream())
                .toList();
        List<Route> routes = new ArrayList<>(Stream.concat(
                        all.stream().flatMap(resource -> resource.routes().stream()),
                        providers.stream().flatMap(provider -> provider.routes().stream()))
                .toList());
        routes.add(Route.get("console/resources")
                .summary("What the console needs to know of the lists")
                .handle(call -> Result.json(Metadata.of(resources, router, call.requester()))));
        Router next = new Router(routes);
        router.routes().forEach(route -> gone.add(route.method() + " " + route.path()));
        next.routes().forEach(route -> gone.remove(route.method() + " " + route.path()));
        resources = all;
        router = next;
    }

    /** The lists. */
    public List<Resource> resources() {
        return resources;
    }

    /** The routes. */
    public Router router() {
        return router;
    }

    /** The route of a request. Throws 404, 405 with the methods there are, or 503 for what is away for the moment. */
    Router.Match find(String method, String path) {
        return router.find(method, path).orElseThrow(() -> refusal(method, path));
    }

    private RuntimeException refusal(String method, String path) {
        Set<String> methods = router.methods(path);
        if (!methods.isEmpty()) {
            return new NotAllowedException(Response.status(Response.Status.METHOD_NOT_ALLOWED)
                    .header(HttpHeaders.ALLOW, String.join(", ", methods))
                    .build());
        }
        return isAway(method, path)
                ? new PlatformException(
                        ErrorCategory.UNAVAILABLE, "unavailable", "This part of the API is away for the moment")
                : new PlatformException(ErrorCategory.NOT_FOUND, "notFound", "Not Found");
    }

    private synchronized boolean isAway(String method, String path) {
        return !gone.isEmpty()
                && new Router(gone.stream().map(ResourceRegistry::route).toList())
                        .find(method, path)
                        .isPresent();
    }

    private static Route route(String text) {
        String[] parts = text.split(" ", 2);
        return Route.get(parts[1]).by(parts[0]);
    }
}
