// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.api.error.ValidationException;
import org.smartems.persistence.Transactions;
import org.smartems.platform.internal.DatabaseFixture;
import org.smartems.platform.internal.audit.AuditLogService;
import org.smartems.platform.internal.configuration.ConfigurationService;
import org.smartems.platform.internal.user.UserStore;
import org.smartems.resource.Permission;
import org.smartems.resource.Result;
import org.smartems.resource.Route;
import org.smartems.resource.testing.ResourceClient;
import org.smartems.testing.Eventually;

class BatchJobsTest extends DatabaseFixture {

    private static final String HEAT = "box/batch/heat";

    private long author;
    private Boxes boxes;
    private BatchJobResource jobs;
    private ConfigurationService configurations;
    private ResourceClient client;
    private BatchStep step;

    @BeforeEach
    void fill() throws Exception {
        sql(Boxes.TABLE);
        sql("insert into box (id, heat, tag) select n, 0, n % 10 from generate_series(1, 2000) n");
        author = addUser("ann");
        boxes = new Boxes(transactions);
        jobs = new BatchJobResource(transactions, new AuditLogService(transactions), unit);
        configurations =
                new ConfigurationService(unit, transactions, new AuditLogService(transactions), System::nanoTime);
        client = ResourceClient.queued(transactions, jobs, boxes, jobs).as(author, Permission.SMARTEMS);
        step = step(transactions);
    }

    private BatchStep step(Transactions used) {
        BatchAuthors authors = new BatchAuthors(new UserStore(unit, used), configurations, clock);
        return new BatchStep(used, authors, this::route);
    }

    private Optional<Route> route(String path) {
        return boxes.resources().get(0).routes().stream()
                .filter(route -> route.path().equals(path))
                .findFirst();
    }

    @Test
    void answersUpToFiveHundredAtOnce() throws Exception {
        assertThat(client.post(HEAT, body(1, 500))).hasSize(500);
        assertThat(text("select count(*) from platform_batch_job")).isEqualTo("0");
    }

    @Test
    void doesTheFirstPieceAtOnceAndTheRestPieceByPiece() throws Exception {
        Result.Accepted begun = begin(body(1, 501));
        assertThat(begun.path())
                .isEqualTo("batchjob/" + begun.state().path("id").asLong());
        assertThat(begun.state().path("state").asText()).isEqualTo("running");
        assertThat(begun.state().path("action").asText()).isEqualTo(HEAT);
        assertThat(begun.state().path("total").asInt()).isEqualTo(501);
        assertThat(begun.state().path("done").asInt()).isEqualTo(100);
        assertThat(begun.state().path("createdBy").path("representation").asText())
                .isEqualTo("ann");
        assertThat(step.run()).isTrue();
        assertThat(client.get(begun.path()).path("done").asInt()).isEqualTo(200);
        assertThat(client.get(begun.path() + "/results")).hasSize(200);
        finish();
        JsonNode done = client.get(begun.path());
        assertThat(done.path("state").asText()).isEqualTo("done");
        assertThat(done.path("success").asInt()).isEqualTo(501);
        assertThat(done.has("endedAt")).isTrue();
        assertThat(text("select count(*) from box where heat = 1")).isEqualTo("501");
        assertThat(text("select body || cardinality(ids) from platform_batch_job"))
                .isEqualTo("{}0");
    }

    @Test
    void tellsResultsInTheOrderThatWasAskedFor() {
        Result.Accepted begun =
                begin("{'degrees': 1, 'sorting': [{'field': 'id', 'direction': 'desc'}], " + ids(1, 600) + "}");
        finish();
        JsonNode results = client.get(begun.path() + "/results");
        assertThat(results).hasSize(600);
        assertThat(results.get(0).toString())
                .isEqualTo("{\"id\":600,\"representation\":\"box 600\",\"status\":\"success\",\"messages\":[]}");
        assertThat(results.get(599).path("id").asLong()).isEqualTo(1);
    }

    @Test
    void refusesABadBodyAtOnceAndKeepsNothing() throws Exception {
        assertThatThrownBy(() -> begin("{'degrees': 1000, " + ids(1, 600) + "}"))
                .isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> begin("{'degrees': 'hot', " + ids(1, 600) + "}"))
                .isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> begin("{'degrees': 1, " + ids(1, 10_001) + "}"))
                .isInstanceOf(ValidationException.class);
        assertThat(text("select count(*) from platform_batch_job")).isEqualTo("0");
        assertThat(text("select max(heat) from box")).isEqualTo("0");
    }

    @Test
    void leavesOutWhatTheAuthorDoesNotSeeAndSkipsWhatIsDenied() throws Exception {
        sql("update box set tag = 99 where id > 550; update box set heat = 5 where id <= 300");
        Result.Accepted begun = begin(body(1, 600));
        assertThat(begun.state().path("total").asInt()).isEqualTo(550);
        sql("delete from box where id = 549");
        finish();
        JsonNode done = client.get(begun.path());
        assertThat(done.path("done").asInt()).isEqualTo(550);
        assertThat(done.path("skipped").asInt()).isEqualTo(300);
        assertThat(done.path("success").asInt()).isEqualTo(249);
        assertThat(client.get(begun.path() + "/results").get(0).toString()).contains("deny.box.hot");
    }

    @Test
    void goesOnAfterARestartAndDoesNothingTwice() throws Exception {
        begin(body(1, 700));
        step.run();
        // what dies in the middle of a piece leaves nothing of it
        boxes.killAt(250);
        step.run();
        boxes.killAt(0);
        step = step(transactions);
        finish();
        assertThat(text("select count(*) from box where heat = 1")).isEqualTo("700");
        assertThat(text("select max(heat) from box")).isEqualTo("1");
        assertThat(text("select count(distinct thing_id) from platform_batch_result"))
                .isEqualTo("700");
    }

    @Test
    void givesUpOneThingThatFailsAndDoesTheOthers() throws Exception {
        boxes.failAt(333);
        Result.Accepted begun = begin(body(1, 600));
        finish();
        JsonNode done = client.get(begun.path());
        assertThat(done.path("state").asText()).isEqualTo("done");
        assertThat(done.path("error").asInt()).isEqualTo(1);
        assertThat(done.path("success").asInt()).isEqualTo(599);
        assertThat(client.get(begun.path() + "/results").get(332).toString())
                .isEqualTo("{\"id\":333,\"representation\":\"333\",\"status\":\"error\",\"messages\":"
                        + "[{\"message\":\"batch.failed\",\"parameters\":{},\"severity\":\"error\"}]}");
    }

    @Test
    void cancelsWhatIsNotYetDone() throws Exception {
        Result.Accepted begun = begin(body(1, 600));
        step.run();
        assertRefused("deny.batchJob.running", () -> client.delete(begun.path()));
        JsonNode cancelled = client.post(begun.path() + "/cancel", "{}");
        assertThat(cancelled.path("state").asText()).isEqualTo("cancelled");
        assertThat(cancelled.path("deny").path("cancel").asText()).isEqualTo("deny.batchJob.alreadyEnded");
        assertThat(step.run()).isFalse();
        assertThat(text("select count(*) from box where heat = 1")).isEqualTo("200");
        assertRefused("deny.batchJob.alreadyEnded", () -> client.post(begun.path() + "/cancel", "{}"));
        client.delete(begun.path());
        assertThat(text("select count(*) from platform_batch_result")).isEqualTo("0");
        assertThat(text("select string_agg(type, ' ' order by id) from platform_audit_log_change"
                        + " where entity_name = 'BatchJob'"))
                .isEqualTo("update delete");
    }

    @Test
    void isSeenByItsAuthorAndAdministratorsAlone() throws Exception {
        Result.Accepted begun = begin(body(1, 600));
        ResourceClient other = client.as(addUser("bob"), Permission.SMARTEMS);
        for (String path : new String[] {begun.path(), begun.path() + "/results"}) {
            assertRefused("notFound", () -> other.get(path));
        }
        assertRefused("notFound", () -> other.post(begun.path() + "/cancel", "{}"));
        assertThat(other.post("batchjob/list", "{}").path("rowCount").asInt()).isZero();
        ResourceClient admin = client.as(addUser("root"), Permission.ADMIN);
        assertThat(admin.post("batchjob/list", "{}").path("rowCount").asInt()).isEqualTo(1);
        assertThat(admin.post(begun.path() + "/cancel", "{}").path("state").asText())
                .isEqualTo("cancelled");
    }

    @Test
    void endsWhenItsAuthorMayNotAnyMore() throws Exception {
        Result.Accepted begun = begin(body(1, 600));
        change(author, "role_smartems = false");
        finish();
        assertThat(client.get(begun.path()).path("reason").asText()).isEqualTo("accessDenied");
        change(author, "role_smartems = true");
        Result.Accepted second = begin(body(601, 1200));
        change(author, "enabled = false");
        finish();
        assertThat(client.get(second.path()).path("reason").asText()).isEqualTo("userDisabled");
        assertThat(text("select count(*) from box where heat = 1")).isEqualTo("200");
    }

    @Test
    void waitsForWhatIsAway() throws Exception {
        Result.Accepted begun = begin(body(1, 600));
        BatchStep away = new BatchStep(
                transactions,
                new BatchAuthors(new UserStore(unit, transactions), configurations, clock),
                path -> Optional.empty());
        assertThat(away.run()).isFalse();
        assertThat(client.get(begun.path()).path("done").asInt()).isEqualTo(100);
        finish();
        assertThat(client.get(begun.path()).path("state").asText()).isEqualTo("done");
    }

    @Test
    void takesTurnsBetweenBatches() {
        Result.Accepted first = begin(body(1, 600));
        Result.Accepted second = begin(body(601, 1200));
        step.run();
        step.run();
        assertThat(client.get(first.path()).path("done").asInt()).isEqualTo(200);
        assertThat(client.get(second.path()).path("done").asInt()).isEqualTo(200);
    }

    @Test
    void refusesMoreThanTwentyOfOneUser() {
        for (int i = 0; i < 20; i++) {
            begin(body(1, 501));
        }
        assertThatThrownBy(() -> begin(body(1, 501))).isInstanceOfSatisfying(PlatformException.class, refusal -> {
            assertThat(refusal.category()).isEqualTo(ErrorCategory.CONFLICT);
            assertThat(refusal.code()).isEqualTo("tooManyBatchJobs");
        });
    }

    @Test
    void runsByItselfAndForgetsOldResults() throws Exception {
        Result.Accepted begun = begin(body(1, 600));
        BatchRunner runner = new BatchRunner(transactions, new UserStore(unit, transactions), configurations);
        runner.add(boxes);
        try {
            Eventually.until(
                    "the batch is done",
                    () -> client.get(begun.path()).path("state").asText().equals("done"));
        } finally {
            runner.stop();
        }
        BatchCleanup cleanup = new BatchCleanup(transactions, unit);
        cleanup.run();
        assertThat(client.get(begun.path() + "/results")).hasSize(600);
        sql("update platform_batch_job set ended_at = now() - interval '31 days'");
        cleanup.run();
        assertThat(text("select count(*) from platform_batch_result")).isEqualTo("0");
    }

    private void finish() {
        for (int steps = 0; steps < 2000 && (step.run() || isRunning()); steps++) {
            assertThat(transactions.active()).isFalse();
        }
    }

    private static boolean isRunning() {
        try {
            return text("select count(*) > 0 from platform_batch_job where state = 'running'")
                    .equals("t");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Result.Accepted begin(String body) {
        return (Result.Accepted) client.call("POST", HEAT, body);
    }

    private static String body(int first, int last) {
        return "{'degrees': 1, " + ids(first, last) + "}";
    }

    private static String ids(int first, int last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(Long::toString)
                .collect(Collectors.joining(",", "'ids': [", "]"));
    }
}
