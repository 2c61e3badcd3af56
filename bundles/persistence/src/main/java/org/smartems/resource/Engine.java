// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.PlatformException;
import org.smartems.api.error.ValidationException;
import org.smartems.persistence.Transactions;

/**
 * Runs the calls of the REST API, each in one transaction unless its route is {@link Route#outside}: permission, then
 * whether the row exists for the requester, then whether its {@code deny} forbids the action, then the body, then the
 * handler. A call that met another one in the database is done again from the beginning. Safe for use by many threads.
 */
public final class Engine {

    private final Transactions transactions;
    private final Lists lists;
    private final Function<String, Optional<ExportFormat>> formats;
    private final Supplier<Optional<BatchQueue>> queue;

    /**
     * An engine.
     *
     * @param transactions in which everything is done
     * @param formats finds the format of an export by the last part of its path
     */
    public Engine(Transactions transactions, Function<String, Optional<ExportFormat>> formats) {
        this(transactions, formats, Optional::empty);
    }

    /**
     * An engine that leaves large batches to somebody else.
     *
     * @param transactions in which everything is done
     * @param formats finds the format of an export by the last part of its path
     * @param queue takes large batches; while it is empty they are refused
     */
    public Engine(
            Transactions transactions,
            Function<String, Optional<ExportFormat>> formats,
            Supplier<Optional<BatchQueue>> queue) {
        this.transactions = transactions;
        this.lists = new Lists(transactions);
        this.formats = formats;
        this.queue = queue;
    }

    /**
     * Runs a call; within a transaction of the caller's, only once.
     *
     * @param route what is called
     * @param call who calls, the parameters of the path, and the body unchecked
     * @return JSON, a conflict, a file or nothing; never {@link Result.Thing}
     * @throws PlatformException DENIED without permission, NOT_FOUND when the row does not exist for the requester
     * @throws ValidationException when the body is at fault
     */
    public Result run(Route route, Call call) {
        boolean ofRow = route.resource() != null && route.path().contains("{id}");
        requireAny(call, ofRow ? route.resource().access() : route.access());
        Supplier<Result> attempt = route.isOutside()
                ? () -> {
                    Call checked = transactions.call(() -> checked(route, call, ofRow));
                    Result result = route.handle(this, checked);
                    return transactions.call(() -> answered(route, call, result));
                }
                : () -> transactions.call(() -> answered(route, call, route.handle(this, checked(route, call, ofRow))));
        return transactions.active() ? attempt.get() : Attempts.run(attempt);
    }

    private Call checked(Route route, Call call, boolean ofRow) {
        if (ofRow) {
            row(route, call);
        }
        return call.with(input(route, call));
    }

    private Result answered(Route route, Call call, Result result) {
        return result instanceof Result.Thing thing ? told(route, call, thing) : result;
    }

    private static void requireAny(Call call, Set<Permission> permissions) {
        if (!call.requester().hasAny(permissions)
                || call.requester().permissions().isEmpty()) {
            throw denied("accessDenied");
        }
    }

    private void row(Route route, Call call) {
        Resource resource = route.resource();
        List<Lists.Row> rows = lists.rows(resource, call.withoutBody(), List.of(call.id()), known(resource, route));
        if (rows.isEmpty()) {
            throw notFound();
        }
        // whoever does not see the row learns nothing of it, not even that more may do this
        requireAny(call, route.access());
        String code = rows.get(0).denied();
        if (code != null) {
            throw denied(resource.denyLabel(code));
        }
    }

    private static String known(Resource resource, Route route) {
        return route.denied() != null && resource.deny(route.denied()) != null ? route.denied() : null;
    }

    private Input input(Route route, Call call) {
        if (route.isBodyRead()) {
            return Input.EMPTY;
        }
        List<FieldError> errors = new ArrayList<>();
        List<Field> accepted = route.inputs().stream()
                .filter(field -> field.isWrittenBy(call.requester(), route.inputMode()))
                .toList();
        Input input = new Form(accepted, route.inputMode(), errors).read("", call.body());
        if (!errors.isEmpty()) {
            throw new ValidationException(errors);
        }
        new References(transactions.connection(), call.requester()).check(accepted, input);
        return input;
    }

    private Result told(Route route, Call call, Result.Thing thing) {
        JsonNode object = get(route.resource(), call.requester(), thing.id()).orElseThrow(Engine::notFound);
        return thing.messages().isEmpty() ? Result.json(object) : new Result.Conflict(thing.messages(), object);
    }

    /**
     * One thing as somebody sees it, within the caller's transaction.
     *
     * @param resource of the thing
     * @param requester who asks
     * @param id of the thing
     * @return empty when it does not exist for the requester
     */
    public Optional<JsonNode> get(Resource resource, Requester requester, long id) {
        return lists.get(resource, requester, id).map(object -> object);
    }

    /**
     * Things as others see them where they refer to them, in the order of a piece of SQL, within the caller's
     * transaction.
     *
     * @param shape of the things
     * @param requester who asks
     * @param rest of the statement behind {@code from}
     * @return any number
     */
    public List<JsonNode> options(Shape shape, Requester requester, Sql rest) {
        Reading reading = new Reading(transactions.connection(), requester);
        List<JsonNode> things = new ArrayList<>();
        reading.rows(shape, reading.fields(shape, Set.of()), new LinkedHashMap<>(), rest)
                .forEach(row -> things.add(row.object()));
        return things;
    }

    Lists lists() {
        return lists;
    }

    Transactions transactions() {
        return transactions;
    }

    BatchQueue queue() {
        return queue.get()
                .orElseThrow(() -> new PlatformException(
                        ErrorCategory.UNAVAILABLE, "unavailable", "Large batches are not taken for the moment"));
    }

    ExportFormat format(String name) {
        return formats.apply(name).orElseThrow(Engine::notFound);
    }

    private static PlatformException denied(String code) {
        return new PlatformException(ErrorCategory.DENIED, code, "accessDenied");
    }

    private static PlatformException notFound() {
        return new PlatformException(ErrorCategory.NOT_FOUND, "notFound", "Not found");
    }
}
