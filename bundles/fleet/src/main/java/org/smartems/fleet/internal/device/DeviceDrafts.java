// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.device;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.device.DeviceBatches.Selection;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.internal.access.Access;
import org.smartems.fleet.internal.device.DeviceDraft.Values;
import org.smartems.fleet.internal.store.IdsConverter;
import org.smartems.fleet.internal.store.Json;
import org.smartems.fleet.internal.store.VariablesConverter;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.platform.audit.AuditLog;
import org.smartems.platform.audit.Author;

/** Reads, decides and writes many devices with a few statements. Needs the caller's transaction. */
@Component(service = DeviceDrafts.class)
public final class DeviceDrafts {

    private static final String SELECT = "select d.id, d.name, d.device_type_id, d.staging, d.enabled, d.template_id,"
            + " d.description, d.variables, d.access_tags, d.labels from fleet_device d where d.id = any(?)";

    private static final String UPDATE =
            """
            update fleet_device d set version = d.version + 1, updated_at = ?, updated_by = ?, enabled = n.enabled,
                template_id = n.template_id, description = n.description, variables = n.variables::jsonb,
                access_tags = n.access_tags::bigint[], labels = n.labels::bigint[]
            from unnest(?::bigint[], ?::boolean[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[])
                n (id, enabled, template_id, description, variables, access_tags, labels)
            where d.id = n.id""";

    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public DeviceDrafts(@Reference Transactions transactions, @Reference AuditLog audit) {
        this.transactions = transactions;
        this.audit = audit;
    }

    /** What became of each device that there is, in the order of the ids. */
    List<Outcome> change(Selection devices, Function<DeviceDraft, Outcome> decision) {
        Map<Long, Outcome> outcomes = new LinkedHashMap<>();
        read(devices).forEach(device -> outcomes.put(device.id(), decision.apply(device)));
        List<Outcome> done = outcomes.values().stream().filter(Outcome::isDone).toList();
        if (!done.isEmpty()) {
            DeviceAudit.changed(audit, devices.author(), ids(done), () -> write(devices.author(), done));
        }
        return devices.ids().stream()
                .distinct()
                .filter(outcomes::containsKey)
                .map(outcomes::get)
                .toList();
    }

    /** Locked in the order of the ids, as everybody does. */
    List<DeviceDraft> read(Selection devices) {
        List<Object> values = new ArrayList<>();
        values.add(IdsConverter.parameter(devices.ids()));
        String condition = "";
        if (devices.scope().isBound()) {
            condition = " and " + Access.device("d", "?");
            values.add(devices.scope().user().getAsLong());
        }
        return new Jdbc(transactions)
                .list(SELECT + condition + " order by d.id for update of d", DeviceDrafts::draft, values.toArray());
    }

    private Void write(Author author, List<Outcome> done) {
        List<Outcome> changed = done.stream()
                .filter(one -> !one.after().equals(one.before().values()) || one.isFlagged())
                .toList();
        if (!changed.isEmpty()) {
            update(author, changed);
            touchStates(changed);
            flag(changed);
        }
        return null;
    }

    private void update(Author author, List<Outcome> changed) {
        List<Values> after = changed.stream().map(Outcome::after).toList();
        new Jdbc(transactions)
                .update(
                        UPDATE,
                        clock.instant(),
                        author.userId().isPresent() ? author.userId().getAsLong() : null,
                        ids(changed).toArray(Long[]::new),
                        after.stream().map(Values::enabled).toArray(Boolean[]::new),
                        after.stream().map(Values::template).toArray(Long[]::new),
                        texts(after, Values::description),
                        texts(after, values -> Json.text(values.variables())),
                        texts(after, values -> IdsConverter.text(values.accessTags())),
                        texts(after, values -> IdsConverter.text(values.labels())));
    }

    /** A check-in that is under way decides anew. */
    private void touchStates(List<Outcome> changed) {
        Set<Long> disabled = changed.stream()
                .filter(Outcome::isDisabled)
                .map(one -> one.before().id())
                .collect(Collectors.toSet());
        new Jdbc(transactions)
                .update(
                        "with chosen as (select device_id from fleet_device_state where device_id = any(?)"
                                + " order by device_id for update) update fleet_device_state"
                                + " set revision = revision + 1, bound_credential_id = case when device_id = any(?)"
                                + " then null else bound_credential_id end"
                                + " where device_id in (select device_id from chosen)",
                        IdsConverter.parameter(ids(changed)),
                        IdsConverter.parameter(disabled));
    }

    /** One statement for each set of flags, of which there are as many as types. */
    private void flag(List<Outcome> changed) {
        Jdbc jdbc = new Jdbc(transactions);
        by(changed, Outcome::set)
                .forEach((flags, ids) -> WorkFlags.set(jdbc, flags, "d.id = any(?)", IdsConverter.parameter(ids)));
        by(changed, Outcome::clear)
                .forEach((flags, ids) -> WorkFlags.clear(jdbc, flags, "d.id = any(?)", IdsConverter.parameter(ids)));
    }

    private static Map<Set<WorkFlag>, List<Long>> by(List<Outcome> changed, Function<Outcome, Set<WorkFlag>> flags) {
        return changed.stream()
                .collect(Collectors.groupingBy(
                        flags, Collectors.mapping(one -> one.before().id(), Collectors.toList())));
    }

    private static List<Long> ids(Collection<Outcome> outcomes) {
        return outcomes.stream().map(one -> one.before().id()).toList();
    }

    private static String[] texts(List<Values> values, Function<Values, String> text) {
        return values.stream().map(text).toArray(String[]::new);
    }

    private static DeviceDraft draft(ResultSet row) throws SQLException {
        return new DeviceDraft(
                row.getLong("id"),
                row.getString("name"),
                row.getLong("device_type_id"),
                row.getBoolean("staging"),
                new Values(
                        row.getBoolean("enabled"),
                        row.getObject("template_id", Long.class),
                        Optional.ofNullable(row.getString("description")).orElse(""),
                        VariablesConverter.read(row.getString("variables")),
                        IdsConverter.read(row, "access_tags"),
                        IdsConverter.read(row, "labels")));
    }
}
