// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.batch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManagerFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.persistence.Transactions;
import org.smartems.platform.audit.AuditLog;
import org.smartems.platform.audit.AuditedEntity;
import org.smartems.platform.internal.resource.Calls;
import org.smartems.resource.BatchQueue;
import org.smartems.resource.Deny;
import org.smartems.resource.Engine;
import org.smartems.resource.Field;
import org.smartems.resource.Permission;
import org.smartems.resource.Requester;
import org.smartems.resource.Resource;
import org.smartems.resource.Resources;
import org.smartems.resource.Result;
import org.smartems.resource.Route;
import org.smartems.resource.Shape;
import org.smartems.resource.Sql;

/** Takes large batches, and tells those who asked for them, and administrators, how they go on. */
@Component(service = {Resources.class, BatchQueue.class})
public final class BatchJobResource implements Resources, BatchQueue {

    private static final String NAME = "batchjob";
    private static final int MOST_AT_ONCE = 20;

    private static final AuditedEntity AUDITED = new AuditedEntity(
            "BatchJob",
            "select jsonb_build_object('action', j.action, 'state', j.state) from platform_batch_job j where j.id = ?",
            Set.of());

    private static final Shape JOB = Shape.of("platform_batch_job j", "j.id", "j.action")
            .fields(
                    Field.dateTime("createdAt", "j.created_at").column(),
                    Shape.user("createdBy", "j.user_id"),
                    Field.dateTime("updatedAt", "j.updated_at"),
                    Field.dateTime("endedAt", "j.ended_at").column(),
                    Field.text("action", "j.action").column(),
                    Field.enumeration("state", "j.state", List.of("running", "done", "cancelled"))
                            .column(),
                    Field.text("reason", "j.reason"),
                    Field.integer("total", "j.total").column(),
                    Field.integer("done", "j.done").column(),
                    Field.integer("success", "j.success"),
                    Field.integer("warning", "j.warning"),
                    Field.integer("skipped", "j.skipped"),
                    Field.integer("error", "j.error").column());

    private final Engine engine;
    private final BatchTable table;
    private final Resource resource;

    /** Active once the tables are there, which the unit tells. */
    @Activate
    public BatchJobResource(
            @Reference Transactions transactions,
            @Reference AuditLog audit,
            @Reference(target = "(osgi.unit.name=platform)") EntityManagerFactory unit) {
        engine = new Engine(transactions, format -> Optional.empty());
        table = new BatchTable(transactions);
        resource = Resource.of(NAME, "BatchJob", JOB)
                .access(Permission.ADMIN, Permission.SMARTEMS)
                .scope(requester -> Sql.of("j.user_id = ?", requester.userId()))
                .newestFirst("createdAt")
                .deny(
                        Deny.of("cancel").when("alreadyEnded", "j.state <> 'running'"),
                        Deny.of("delete").when("running", "j.state = 'running'"))
                .get()
                .delete(call -> {
                    audit.deleted(Calls.author(call), AUDITED, call.id());
                    table.delete(call.id());
                })
                .action(Route.post("{id}/cancel")
                        .denied("cancel")
                        .answers(Route.Answer.THING)
                        .summary("Leave undone what is not yet done")
                        .handle(call -> audit.changed(Calls.author(call), AUDITED, call.id(), () -> {
                            table.end(call.id(), "cancelled", null);
                            return Result.thing(call.id());
                        })))
                .action(Route.get("{id}/results")
                        .answers(Route.Answer.BATCH)
                        .summary("What became of each thing so far")
                        .handle(call -> Result.json(table.results(call.id()))))
                .build();
    }

    @Override
    public List<Resource> resources() {
        return List.of(resource);
    }

    @Override
    public Ticket add(Order order) {
        Requester requester = order.call().requester();
        if (table.running(requester.userId()) >= MOST_AT_ONCE) {
            throw new PlatformException(
                    ErrorCategory.CONFLICT, "tooManyBatchJobs", "Wait until one of your large batches has ended");
        }
        long job = table.add(order);
        int things = Math.min(PIECE, order.ids().size());
        table.done(job, 0, things, order.done());
        if (order.ids().size() <= PIECE) {
            table.end(job, "done", null);
        }
        JsonNode state = engine.get(resource, requester, job).orElseThrow();
        return new Ticket(NAME + "/" + job, state);
    }
}
