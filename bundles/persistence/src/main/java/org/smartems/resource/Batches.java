// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.ValidationException;

/** Runs batches. */
final class Batches {

    private static final int MOST = 10_000;
    /** So many are done before the answer, in one transaction. */
    private static final int AT_ONCE = 500;

    private final Engine engine;
    private final Batch batch;
    private final Route route;
    private final Resource resource;

    Batches(Engine engine, Batch batch, Route route) {
        this.engine = engine;
        this.batch = batch;
        this.route = route;
        this.resource = route.resource();
    }

    Result run(Call call) {
        List<Long> wanted = ids(call.body().path("ids"));
        return wanted.size() > AT_ONCE ? begin(call, wanted) : Result.json(piece(call, wanted));
    }

    private Result begin(Call call, List<Long> wanted) {
        BatchQueue queue = engine.queue();
        List<Long> seen = engine.lists().rows(resource, call, wanted, null).stream()
                .map(Lists.Row::id)
                .toList();
        ObjectNode body = call.body().deepCopy();
        body.remove("sorting");
        ArrayNode first = body.putArray("ids");
        seen.stream().limit(BatchQueue.PIECE).forEach(first::add);
        Call begun = call.withBody(body);
        ArrayNode done = first.isEmpty() ? first.deepCopy() : piece(begun, ids(first));
        BatchQueue.Ticket ticket = queue.add(new BatchQueue.Order(route, begun, seen, done));
        return Result.accepted(ticket.path(), ticket.state());
    }

    private ArrayNode piece(Call call, List<Long> wanted) {
        List<Lists.Row> rows = engine.lists().rows(resource, call, wanted, batch.deny());
        Map<Long, BatchResult> results = new LinkedHashMap<>();
        List<Long> allowed = new ArrayList<>();
        for (Lists.Row row : rows) {
            if (row.denied() == null) {
                allowed.add(row.id());
            } else {
                results.put(row.id(), BatchResult.skipped(row.id(), resource.denyLabel(row.denied())));
            }
        }
        if (!allowed.isEmpty()) {
            results.putAll(batch.handle(call, allowed).stream()
                    .collect(Collectors.toMap(BatchResult::id, Function.identity())));
        }
        return answer(rows, results);
    }

    private static List<Long> ids(JsonNode node) {
        if (!node.isArray() || node.isEmpty()) {
            throw invalid("validation.countMin", 1);
        }
        if (node.size() > MOST) {
            throw invalid("validation.countMax", MOST);
        }
        Set<Long> ids = new LinkedHashSet<>();
        for (JsonNode id : node) {
            Object number = Comparisons.value(FieldType.LONG, FilterType.EQUAL, id)
                    .orElseThrow(() -> new ValidationException(List.of(FieldError.of("ids", "validation.integer"))));
            ids.add((Long) number);
        }
        return List.copyOf(ids);
    }

    private static ValidationException invalid(String message, int limit) {
        return new ValidationException(List.of(FieldError.of("ids", message).with("limit", limit)));
    }

    private static ArrayNode answer(List<Lists.Row> rows, Map<Long, BatchResult> results) {
        ArrayNode answer = JsonNodeFactory.instance.arrayNode();
        for (Lists.Row row : rows) {
            BatchResult result = results.get(row.id());
            if (result == null) {
                throw new IllegalStateException("no result for " + row.id());
            }
            ObjectNode object = answer.addObject();
            object.put("id", row.id());
            object.put("representation", row.representation());
            object.put("status", result.status().name().toLowerCase(Locale.ROOT));
            object.set("messages", Messages.json(result.messages()));
        }
        return answer;
    }
}
