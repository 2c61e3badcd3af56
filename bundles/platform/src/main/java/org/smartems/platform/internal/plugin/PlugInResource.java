// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.plugin;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import javax.persistence.EntityManagerFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.platform.audit.AuditLog;
import org.smartems.platform.audit.AuditedEntity;
import org.smartems.platform.audit.Author;
import org.smartems.platform.plugin.PlugIn;
import org.smartems.platform.plugin.PlugIns;
import org.smartems.resource.Call;
import org.smartems.resource.Deny;
import org.smartems.resource.Field;
import org.smartems.resource.Permission;
import org.smartems.resource.Resource;
import org.smartems.resource.Resources;
import org.smartems.resource.Result;
import org.smartems.resource.Route;
import org.smartems.resource.Shape;

/** The plug-ins of the node that answers, in the REST API. */
@Component(service = Resources.class)
public final class PlugInResource implements Resources {

    private static final AuditedEntity ENTITY = AuditedEntity.row("PlugIn", "platform_plugin");
    private static final List<String> KINDS =
            List.of("authenticator", "bundle", "generator", "job", "preset", "procedure", "versioning");

    private final PlugIns plugIns;
    private final AuditLog audit;
    private final Jdbc jdbc;

    /** Active once the tables are there, which the unit tells. */
    @Activate
    public PlugInResource(
            @Reference PlugIns plugIns,
            @Reference AuditLog audit,
            @Reference Transactions transactions,
            @Reference(target = "(osgi.unit.name=platform)") EntityManagerFactory unit) {
        this.plugIns = plugIns;
        this.audit = audit;
        this.jdbc = new Jdbc(transactions);
    }

    @Override
    public List<Resource> resources() {
        return List.of(Resource.of("plugin", "PlugIn", shape())
                .access(Permission.ADMIN)
                .lowestFirst("kind", "name")
                .deny(Deny.of("restart")
                        .when("duplicate", "p.state = 'duplicate'")
                        .when("unusable", "p.state = 'unusable'")
                        .when("incompatible", "p.state = 'incompatible'")
                        .when("noFaults", "p.state = 'serving' and p.faults = 0 and p.stuck = 0"))
                .get()
                .action(Route.post("{id}/restart")
                        .denied("restart")
                        .answers(Route.Answer.THING)
                        .summary("Let it serve again, and count anew, on the node that answers")
                        .handle(call -> {
                            restart(call);
                            return Result.thing(call.id());
                        }))
                .build());
    }

    private Shape shape() {
        return Shape.ofRows(() -> PlugInRows.of(plugIns.all()), "p", PlugInRows.COLUMNS)
                .fields(
                        Field.enumeration("kind", "p.kind", KINDS).column(),
                        Field.text("name", "p.name").column(),
                        Field.enumeration("state", "p.state", PlugInRows.STATES).column(),
                        Field.number("faults", "p.faults").column(),
                        Field.text("bundle", "p.bundle").column(),
                        Field.text("provides", "p.provides").column(),
                        Field.text("version", "p.version"),
                        Field.integer("running", "p.running"),
                        Field.number("calls", "p.calls"),
                        Field.number("stuck", "p.stuck").column(),
                        Field.number("refused", "p.refused"),
                        Field.dateTime("lastFaultAt", "p.last_fault_at").column(),
                        Field.text("lastFault", "p.last_fault").column(),
                        Field.dateTime("since", "p.since"));
    }

    /** Numbers stay the same over restarts and nodes, so that a page of one plug-in has an address. */
    static long id(PlugIn plugIn) {
        CRC32 sum = new CRC32();
        sum.update(plugIn.id().getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }

    private void restart(Call call) {
        PlugIn before = plugIns.all().stream()
                .filter(one -> id(one) == call.id())
                .findFirst()
                .orElseThrow(PlugInResource::notFound);
        jdbc.update(
                "insert into platform_plugin (id, name) values (?, ?) on conflict do nothing",
                call.id(),
                PlugInRows.visible(before.id()));
        Author author = Author.user(call.requester().userId(), call.requester().name());
        audit.changed(
                author,
                ENTITY,
                call.id(),
                () -> jdbc.update(
                        """
                update platform_plugin
                set restarted_at = now(), faults_before = ?, stuck_before = ?, last_fault_before = ? where id = ?""",
                        before.counts().faults(),
                        before.counts().stuck(),
                        before.lastFault().map(PlugIn.Fault::reason).orElse(null),
                        call.id()));
        if (!plugIns.restart(before.id())) {
            throw notFound();
        }
    }

    private static PlatformException notFound() {
        return new PlatformException(ErrorCategory.NOT_FOUND, "notFound", "Not found");
    }
}
