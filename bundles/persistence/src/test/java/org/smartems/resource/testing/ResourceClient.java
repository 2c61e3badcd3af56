// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.smartems.persistence.Transactions;
import org.smartems.resource.Call;
import org.smartems.resource.Engine;
import org.smartems.resource.Input;
import org.smartems.resource.Permission;
import org.smartems.resource.Requester;
import org.smartems.resource.Resources;
import org.smartems.resource.Result;
import org.smartems.resource.Router;

/** Calls resources as the REST API does, without HTTP. */
public final class ResourceClient {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Engine engine;
    private final Router router;
    private final Requester requester;

    private ResourceClient(Engine engine, Router router, Requester requester) {
        this.engine = engine;
        this.router = router;
        this.requester = requester;
    }

    /** An administrator's client of some resources. */
    public static ResourceClient of(Transactions transactions, Resources... providers) {
        Router router = new Router(Arrays.stream(providers)
                .flatMap(provider -> java.util.stream.Stream.concat(
                        provider.resources().stream().flatMap(resource -> resource.routes().stream()),
                        provider.routes().stream()))
                .toList());
        return new ResourceClient(new Engine(transactions, format -> Optional.empty()), router, null)
                .as(1, Permission.ADMIN);
    }

    /** The client of somebody else. */
    public ResourceClient as(long userId, Permission... permissions) {
        return new ResourceClient(engine, router, new Requester(userId, "user" + userId, Set.of(permissions)));
    }

    public JsonNode get(String path) {
        return json(call("GET", path, "{}"));
    }

    public JsonNode post(String path, String body) {
        return json(call("POST", path, body));
    }

    public void delete(String path) {
        call("DELETE", path, "{}");
    }

    /** The result of a call; quotes of the body may be single. */
    public Result call(String method, String path, String body) {
        Router.Match match =
                router.find(method, path).orElseThrow(() -> new AssertionError("no route: " + method + " " + path));
        try {
            JsonNode json = MAPPER.readTree(body.replace('\'', '"'));
            Call call = new Call(requester, match.parameters(), json, Input.EMPTY, "127.0.0.1");
            return engine.run(match.route(), call);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(body, e);
        }
    }

    private static JsonNode json(Result result) {
        return result instanceof Result.Json json ? json.body() : MissingNode.getInstance();
    }
}
