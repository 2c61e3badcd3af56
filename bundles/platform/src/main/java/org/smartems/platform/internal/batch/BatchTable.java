// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.resource.BatchQueue;

/** The rows of large batches. Every method needs a transaction. All times are those of the database. */
final class BatchTable {

    static final ObjectMapper JSON = new ObjectMapper();

    /** The one that has waited longest and that no other node is at. */
    private static final String NEXT =
            """
            select * from platform_batch_job where state = 'running'
            order by updated_at, id limit 1 for update skip locked""";

    private static final String PROGRESS =
            """
            update platform_batch_job set done = done + ?, success = success + ?, warning = warning + ?,
                skipped = skipped + ?, error = error + ?, failures = 0, updated_at = clock_timestamp()
            where id = ?""";

    private static final String RESULTS =
            """
            insert into platform_batch_result (job_id, place, thing_id, representation, status, messages)
            select ?, * from unnest(?::integer[], ?::bigint[], ?::text[], ?::text[], ?::text[])""";

    /** What it was asked to do is nobody's business any more. */
    private static final String END =
            """
            update platform_batch_job set state = ?, reason = ?, ended_at = clock_timestamp(),
                updated_at = clock_timestamp(), body = '{}', ids = '{}'
            where id = ? and state = 'running'""";

    private final Jdbc jdbc;

    BatchTable(Transactions transactions) {
        this.jdbc = new Jdbc(transactions);
    }

    long add(BatchQueue.Order order) {
        ObjectNode body = order.call().body().deepCopy();
        body.remove("ids");
        return jdbc.first(
                        "insert into platform_batch_job (user_id, action, body, remote_host, ids, total)"
                                + " values (?, ?, ?, ?, ?, ?) returning id",
                        row -> row.getLong(1),
                        order.call().requester().userId(),
                        order.route().path(),
                        body.toString(),
                        order.call().remoteHost(),
                        order.ids().toArray(Long[]::new),
                        order.ids().size())
                .orElseThrow();
    }

    /** Locks the user, so that orders of one user follow each other. */
    long running(long user) {
        jdbc.first("select id from platform_user where id = ? for no key update", row -> row.getLong(1), user);
        return jdbc.first(
                        "select count(*) from platform_batch_job where user_id = ? and state = 'running'",
                        row -> row.getLong(1),
                        user)
                .orElseThrow();
    }

    /** Locked until the end of the transaction. */
    Optional<BatchJob> next() {
        return jdbc.first(NEXT, BatchTable::job);
    }

    private static BatchJob job(ResultSet row) throws SQLException {
        return new BatchJob(
                row.getLong("id"),
                row.getLong("user_id"),
                row.getString("action"),
                row.getString("body"),
                row.getString("remote_host"),
                (Long[]) row.getArray("ids").getArray(),
                row.getInt("done"),
                row.getInt("alone_until"));
    }

    /**
     * Keeps the results of things that are done; those that nobody sees any more have none.
     *
     * @param first the place of the first of the things
     * @param things how many there were
     */
    void done(long job, int first, int things, ArrayNode results) {
        Integer[] places = new Integer[results.size()];
        java.util.Arrays.setAll(places, place -> first + place);
        jdbc.update(
                RESULTS,
                job,
                places,
                each(results, one -> one.path("id").longValue()).toArray(Long[]::new),
                texts(results, "representation"),
                texts(results, "status"),
                each(results, one -> one.path("messages").toString()).toArray(String[]::new));
        jdbc.update(
                PROGRESS,
                things,
                count(results, "success"),
                count(results, "warning"),
                count(results, "skipped"),
                count(results, "error"),
                job);
    }

    private static <T> List<T> each(ArrayNode results, Function<JsonNode, T> value) {
        return java.util.stream.StreamSupport.stream(results.spliterator(), false)
                .map(value)
                .toList();
    }

    private static String[] texts(ArrayNode results, String member) {
        return each(results, one -> one.path(member).asText()).toArray(String[]::new);
    }

    private static int count(ArrayNode results, String status) {
        return (int) each(results, one -> one.path("status").asText()).stream()
                .filter(status::equals)
                .count();
    }

    void end(long job, String state, String reason) {
        jdbc.update(END, state, reason, job);
    }

    /** Others come first, once. */
    void postpone(long job) {
        jdbc.update("update platform_batch_job set updated_at = clock_timestamp() where id = ?", job);
    }

    /** How often its next thing has failed; empty when another node has gone on with it or it has ended. */
    Optional<Integer> failures(BatchJob job) {
        return jdbc.first(
                "select failures from platform_batch_job where id = ? and done = ? and state = 'running' for update",
                row -> row.getInt(1),
                job.id(),
                job.done());
    }

    /** Each thing of the piece is done alone now. */
    void failed(BatchJob job, int things) {
        jdbc.update(
                "update platform_batch_job set alone_until = greatest(alone_until, done + ?), failures = ?,"
                        + " updated_at = clock_timestamp() where id = ?",
                things,
                things == 1 ? failures(job).orElseThrow() + 1 : 0,
                job.id());
    }

    /** As the call itself would have answered them. */
    ArrayNode results(long job) {
        ArrayNode all = JSON.createArrayNode();
        jdbc.list("select * from platform_batch_result where job_id = ? order by place", BatchTable::result, job)
                .forEach(all::add);
        return all;
    }

    private static ObjectNode result(ResultSet row) throws SQLException {
        ObjectNode result = JSON.createObjectNode();
        result.put("id", row.getLong("thing_id"));
        result.put("representation", row.getString("representation"));
        result.put("status", row.getString("status"));
        result.set("messages", read(row.getString("messages")));
        return result;
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(long job) {
        jdbc.update("delete from platform_batch_job where id = ?", job);
    }

    int removeOlderThan(Duration age) {
        return jdbc.update("delete from platform_batch_job where ended_at < now() - make_interval(secs => ?)", (double)
                age.toSeconds());
    }
}
