// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.dashboard;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.internal.access.Access;
import org.smartems.fleet.internal.access.Requests;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.resource.Call;
import org.smartems.resource.Field;
import org.smartems.resource.Permission;
import org.smartems.resource.Resources;
import org.smartems.resource.Result;
import org.smartems.resource.Route;
import org.smartems.resource.Sql;

/** The figures of the home page. Everybody gets those of the devices that they see. */
@Component(service = Resources.class)
public final class DashboardRoutes implements Resources {

    private static final Permission[] EVERYBODY = {Permission.ADMIN, Permission.SMARTEMS, Permission.VPN};
    private static final Permission[] OPERATORS = {Permission.ADMIN, Permission.SMARTEMS};

    /** So many versions of a type are told one by one, the most frequent ones. */
    static final int VERSIONS = 10;

    /** The most frequent versions have places from 1 in their type, none at all has 0. */
    private static final String PLACES =
            """
            select v.*, case when v.version is null then 0 else row_number() over (
                partition by v.id, v.version is null order by v.amount desc, v.version) end as place
            from versions v""";

    private final Transactions transactions;
    private final Clock clock;
    private final int live;

    @Activate
    public DashboardRoutes(@Reference Transactions transactions) {
        this(transactions, Clock.systemUTC(), DeviceCounts.LIVE);
    }

    DashboardRoutes(Transactions transactions, Clock clock, int live) {
        this.transactions = transactions;
        this.clock = clock;
        this.live = live;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                figures("devices", EVERYBODY, Field.dateTime("countedAt", null), states())
                        .summary("Devices by whether they are enabled, and by when they were last heard from")
                        .handle(this::devices),
                figures("firmware", EVERYBODY, Field.dateTime("countedAt", null), spread())
                        .summary("Devices by type and by the version of the primary firmware that they reported")
                        .handle(this::firmware),
                figures("contacts", OPERATORS, hours("outcome"))
                        .summary("Contacts of the last 24 hours, by hour and by what came of them")
                        .handle(this::contacts),
                figures("commands", OPERATORS, hours("commandStatus"))
                        .summary("Failed commands of the last 24 hours, by the hour of their creation and by status")
                        .handle(this::commands));
    }

    private static Route figures(String name, Permission[] readers, Field... answered) {
        return Route.get("dashboard/" + name).access(readers).answers(Route.Answer.OBJECT, answered);
    }

    private static Field states() {
        return Field.list(
                "states",
                null,
                Field.bool("enabled", null),
                Field.enumeration("contact", null, List.of("hour", "day", "earlier", "never")),
                amount());
    }

    private static Field spread() {
        return Field.list(
                "spread",
                null,
                Field.number("deviceType", null),
                Field.text("representation", null),
                Field.text("firmwareVersion1", null),
                Field.number("others", null),
                amount());
    }

    private static Field[] hours(String by) {
        return new Field[] {
            Field.dateTime("from", null),
            Field.dateTime("countedUntil", null),
            Field.list("hours", null, Field.dateTime("hour", null), Field.text(by, null), amount())
        };
    }

    private static Field amount() {
        return Field.number("amount", null);
    }

    private Result devices(Call call) {
        Groups groups = groups(call);
        Sql sql = Sql.of("select g.enabled, g.contact, sum(g.amount) from")
                .then(groups.from())
                .then("g where")
                .then(groups.visible())
                .then("group by 1, 2 order by 1, 2");
        ObjectNode answer = counted(groups);
        ArrayNode states = answer.putArray("states");
        list(sql, row -> states.addObject()
                .put("enabled", row.getBoolean(1))
                .put("contact", row.getString(2))
                .put("amount", row.getLong(3)));
        return Result.json(answer);
    }

    private Result firmware(Call call) {
        Groups groups = groups(call);
        Sql sql = Sql.of("with versions as (select t.id, t.name, g.firmware_version as version, sum(g.amount) as amount"
                        + " from")
                .then(groups.from())
                .then("g join fleet_device_type t on t.id = g.device_type_id where")
                .then(groups.visible())
                .then("group by 1, 2, 3), places as (" + PLACES + ")")
                .then(Sql.of(
                        "select id, name, case when place <= ? then version end, count(*) filter (where place > ?),"
                                + " sum(amount) from places group by 1, 2, 3, place > ? order by 2, 1, 4, 5 desc, 3",
                        VERSIONS,
                        VERSIONS,
                        VERSIONS));
        ObjectNode answer = counted(groups);
        ArrayNode spread = answer.putArray("spread");
        list(sql, row -> {
            ObjectNode told = spread.addObject()
                    .put("deviceType", row.getLong(1))
                    .put("representation", row.getString(2))
                    .put("firmwareVersion1", row.getString(3));
            if (row.getLong(4) > 0) {
                told.put("others", row.getLong(4));
            }
            return told.put("amount", row.getLong(5));
        });
        return Result.json(answer);
    }

    /**
     * Where the groups of devices come from.
     *
     * @param at the moment they are of
     * @param from a query or a table
     * @param visible a condition on its alias {@code g}
     */
    private record Groups(Instant at, Sql from, Sql visible) {}

    /** Counted now, unless that would read too many devices; to the minute, as lists are filtered by. */
    private Groups groups(Call call) {
        Sql visible = Requests.unlessAdmin(user -> Access.device("d", user)).apply(call.requester());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        if (DeviceCounts.isMore(jdbc(), visible, live)) {
            Instant stored = DeviceCounts.countedAt(jdbc()).orElse(null);
            if (stored != null) {
                Sql shared = Requests.unlessAdmin(user -> Access.shared("g.access_tags", user))
                        .apply(call.requester());
                return new Groups(stored, Sql.of("fleet_device_count"), shared);
            }
        }
        Sql groups = Sql.of("(").then(DeviceCounts.groups(now, visible)).then(")");
        return new Groups(now, groups, Sql.TRUE);
    }

    private static ObjectNode counted(Groups groups) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("countedAt", groups.at().toString());
    }

    private Result contacts(Call call) {
        Instant until = jdbc().first(
                        "select counted_until from fleet_contact_count_progress",
                        row -> row.getTimestamp(1).toInstant())
                .orElse(null);
        Sql visible = Requests.unlessAdmin(user -> Access.shared("c.access_tags", user))
                .apply(call.requester());
        Sql sql = Sql.of(
                        "select c.hour, c.outcome, sum(c.amount) from fleet_contact_count c where c.hour >= ? and",
                        from())
                .then(visible)
                .then("group by 1, 2 order by 1, 2");
        return Result.json(byHour(sql, "outcome", until));
    }

    private Result commands(Call call) {
        Sql visible = Requests.unlessAdmin(user -> "exists (select 1 from fleet_device d where d.id = l.device_id and "
                        + Access.device("d", user) + ")")
                .apply(call.requester());
        Sql sql = Sql.of(
                        "select date_trunc('hour', l.created_at, 'UTC'), l.status, count(*) from fleet_device_command l"
                                + " where l.status in ('error', 'critical', 'expired') and l.created_at >= ? and",
                        from())
                .then(visible)
                .then("group by 1, 2 order by 1, 2");
        return Result.json(byHour(sql, "commandStatus", clock.instant().truncatedTo(ChronoUnit.SECONDS)));
    }

    /** The hours that are left out had none. */
    private ObjectNode byHour(Sql sql, String by, Instant until) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("from", from().toString());
        if (until != null) {
            answer.put("countedUntil", until.toString());
        }
        ArrayNode hours = answer.putArray("hours");
        list(sql, row -> hours.addObject()
                .put("hour", row.getTimestamp(1).toInstant().toString())
                .put(by, row.getString(2))
                .put("amount", row.getLong(3)));
        return answer;
    }

    /** The hour that has begun is the last of 24. */
    private Instant from() {
        return clock.instant().truncatedTo(ChronoUnit.HOURS).minus(ContactCounts.SHOWN.minusHours(1));
    }

    private <T> void list(Sql sql, Jdbc.Row<T> row) {
        jdbc().list(sql.text(), row, sql.values().toArray());
    }

    private Jdbc jdbc() {
        return new Jdbc(transactions);
    }
}
