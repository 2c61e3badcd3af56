// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.batch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.api.error.ValidationException;
import org.smartems.persistence.DatabaseUnavailable;
import org.smartems.persistence.Transactions;
import org.smartems.resource.BatchResult;
import org.smartems.resource.Call;
import org.smartems.resource.Engine;
import org.smartems.resource.Input;
import org.smartems.resource.Message;
import org.smartems.resource.Messages;
import org.smartems.resource.Requester;
import org.smartems.resource.Result;
import org.smartems.resource.Route;

/** Does the next piece of the batch that has waited longest. Used by one thread. */
final class BatchStep {

    private static final Logger LOG = LoggerFactory.getLogger(BatchStep.class);
    private static final int ATTEMPTS = 3;

    private final Transactions transactions;
    private final BatchTable table;
    private final BatchAuthors authors;
    private final Engine engine;
    private final Function<String, Optional<Route>> routes;
    /** What the transaction under way is about. */
    private BatchJob job;

    BatchStep(Transactions transactions, BatchAuthors authors, Function<String, Optional<Route>> routes) {
        this.transactions = transactions;
        this.table = new BatchTable(transactions);
        this.authors = authors;
        this.engine = new Engine(transactions, format -> Optional.empty());
        this.routes = routes;
    }

    /** Whether there may be more to do at once. */
    boolean run() {
        job = null;
        try {
            return transactions.call(this::next);
        } catch (DatabaseUnavailable e) {
            LOG.debug("Batches wait for the database", e);
            return false;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            if (job == null) {
                LOG.warn("Batches cannot go on for the moment", e);
            }
            return job != null && failed(e);
        }
    }

    private boolean next() {
        Optional<BatchJob> found = table.next();
        if (found.isEmpty()) {
            return false;
        }
        job = found.get();
        Optional<Requester> requester = authors.find(job.user());
        if (requester.isEmpty()) {
            table.end(job.id(), "cancelled", "userDisabled");
            return true;
        }
        Optional<Route> route = routes.apply(job.action());
        if (route.isEmpty() || authors.mustWait(requester.get())) {
            table.postpone(job.id());
            return false;
        }
        piece(route.get(), requester.get());
        return true;
    }

    private void piece(Route route, Requester requester) {
        List<Long> next = job.next();
        ObjectNode body = (ObjectNode) BatchTable.read(job.body());
        next.forEach(body.putArray("ids")::add);
        Call call = new Call(requester, Map.of(), body, Input.EMPTY, job.remoteHost());
        Result.Json result = (Result.Json) engine.run(route, call);
        done(next.size(), (ArrayNode) result.body());
    }

    private void done(int things, ArrayNode results) {
        table.done(job.id(), job.done(), things, results);
        if (job.isLast(things)) {
            table.end(job.id(), "done", null);
            LOG.info(
                    "Batch {} of user {} is done: {} things, {}", job.id(), job.user(), job.ids().length, job.action());
        }
    }

    /** A thing that fails again and again is given up, so that it keeps nobody from the others. */
    private boolean failed(Throwable failure) {
        try {
            return transactions.call(() -> {
                Optional<Integer> failures = table.failures(job);
                if (failures.isEmpty()) {
                    return true;
                }
                return failed(failure, failures.get());
            });
        } catch (RuntimeException e) {
            LOG.warn("What became of batch {} cannot be told", job.id(), e);
            return false;
        }
    }

    private boolean failed(Throwable failure, int before) {
        int things = job.next().size();
        if (isRefused(failure)) {
            table.end(job.id(), "cancelled", "accessDenied");
            return true;
        }
        if (things == 1 && (failure instanceof ValidationException || before + 1 >= ATTEMPTS)) {
            giveUp(failure);
            return true;
        }
        LOG.debug("Batch {} failed at {} things", job.id(), things, failure);
        table.failed(job, things);
        return things > 1;
    }

    private void giveUp(Throwable failure) {
        long id = job.next().get(0);
        LOG.warn("Batch {}, {}: nothing is done to {}", job.id(), job.action(), id, failure);
        String message = failure instanceof ValidationException invalid
                ? invalid.errors().get(0).message()
                : "batch.failed";
        ArrayNode results = BatchTable.JSON.createArrayNode();
        ObjectNode result = results.addObject();
        result.put("id", id).put("representation", String.valueOf(id));
        result.put("status", BatchResult.Status.ERROR.name().toLowerCase(java.util.Locale.ROOT));
        result.set("messages", Messages.json(List.of(Message.error(message))));
        done(1, results);
    }

    private static boolean isRefused(Throwable failure) {
        return failure instanceof PlatformException refusal && refusal.category() == ErrorCategory.DENIED;
    }
}
