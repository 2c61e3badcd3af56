// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.smartems.persistence.Transactions;
import org.smartems.resource.BatchQueue;
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
        return of(new Engine(transactions, format -> Optional.of(new LinesFormat())), providers);
    }

    /** An administrator's client that leaves large batches to somebody. */
    public static ResourceClient queued(Transactions transactions, BatchQueue queue, Resources... providers) {
        return of(
                new Engine(transactions, format -> Optional.of(new LinesFormat()), () -> Optional.of(queue)),
                providers);
    }

    private static ResourceClient of(Engine engine, Resources... providers) {
        Router router = new Router(Arrays.stream(providers)
                .flatMap(provider -> java.util.stream.Stream.concat(
                        provider.resources().stream().flatMap(resource -> resource.routes().stream()),
                        provider.routes().stream()))
                .toList());
        return new ResourceClient(engine, router, null).as(1, Permission.ADMIN);
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

    /** The lines of an export, the labels first. */
    public List<String> export(String resource, String body) {
        Result.Download file = (Result.Download) call("POST", resource + "/export/csv", body);
        try {
            List<String> lines = Files.readAllLines(file.file());
            Files.delete(file.file());
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
