// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.persistence.EntityManagerFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.spi.job.Job;

/**
 * Counts the contacts of enabled devices in quarters of an hour, and shows with each device how many it had within the
 * period of its type. Each contact is read once; what ended between two ticks is counted with the next.
 */
@Component
public final class ConnectionCounts implements Job {

    private static final Duration BUCKET = Duration.ofMinutes(15);
    /** Batches that were begun before a quarter ended may be committed shortly after it. */
    private static final Duration SETTLED = Duration.ofSeconds(30);
    /** How much is made up for in one transaction after the server was off. */
    private static final Duration STEP = Duration.ofHours(6);

    private static final int DEVICES_AT_ONCE = 1000;

    private static final String COUNT =
            """
            insert into fleet_connection (device_id, bucket, amount)
            select c.device_id, date_bin('15 minutes', c.created_at, 'epoch'), count(*) from fleet_check_in c
                join fleet_device_type t on t.id = c.device_type_id and t.enable_connection_aggregation
            where c.created_at >= ? and c.created_at < ? and c.enabled and c.device_id is not null
                and c.outcome <> 'failed' group by 1, 2
            on conflict (device_id, bucket) do update set amount = excluded.amount""";

    /** The state's revision stays: nothing that a check-in decides on is changed, and none is decided again for it. */
    private static final String SHOW =
            """
            with page as (
                select s.device_id, t.connection_aggregation_period as hours, t.enable_connection_aggregation as counted
                from fleet_device_state s join fleet_device_type t on t.id = s.device_type_id
                where s.device_id = any (?)),
            sums as (
                select p.device_id, coalesce(sum(c.amount), 0) as amount,
                    coalesce(min(c.bucket), cast(? as timestamptz) - make_interval(hours => p.hours)) as since
                from page p left join fleet_connection c on p.counted and c.device_id = p.device_id
                    and c.bucket >= cast(? as timestamptz) - make_interval(hours => p.hours)
                group by p.device_id, p.hours),
            changed as materialized (
                select n.device_id, n.amount, n.since
                from sums n join fleet_device_state s on s.device_id = n.device_id
                where (s.connection_amount, s.connection_amount_from) is distinct from (n.amount, n.since)
                order by s.device_id for no key update of s)
            update fleet_device_state s set connection_amount = n.amount, connection_amount_from = n.since
            from changed n where s.device_id = n.device_id""";

    private static final String COUNTED =
            """
            select device_id from (
                select distinct device_id from fleet_connection where device_id > ?
                union select device_id from fleet_device_state where device_id > ? and connection_amount > 0) d
            order by device_id limit\s"""
                    + DEVICES_AT_ONCE;

    private static final String PROGRESS =
            "update fleet_connection_progress set counted_until = ? where counted_until < ?";

    private static final String LONGEST =
            "select coalesce(max(connection_aggregation_period), 1) from fleet_device_type";

    private final Transactions transactions;
    private final Jdbc jdbc;
    private final Clock clock;

    /** Active once the tables are there, which the unit tells. */
    @Activate
    public ConnectionCounts(
            @Reference Transactions transactions,
            @Reference(target = "(osgi.unit.name=fleet)") EntityManagerFactory unit) {
        this(transactions, Clock.systemUTC());
    }

    ConnectionCounts(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.jdbc = new Jdbc(transactions);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "fleet-connection-counts";
    }

    @Override
    public Duration interval() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        Instant until = quarter(clock.instant().minus(SETTLED));
        if (!countedUntil(until).isBefore(until)) {
            return;
        }
        while (count(until)) {
            // the next step
        }
        show(until);
        transactions.run(() -> jdbc.update(PROGRESS, until, until));
    }

    private Instant countedUntil(Instant now) {
        return transactions.call(() -> {
            jdbc.update("insert into fleet_connection_progress (counted_until) values (?) on conflict do nothing", now);
            return progress();
        });
    }

    private Instant progress() {
        return jdbc.first("select counted_until from fleet_connection_progress for update", row -> row.getTimestamp(1)
                        .toInstant())
                .orElseThrow();
    }

    /** One step; false when it was the last one, which is over only when what it has counted is shown, too. */
    private boolean count(Instant until) {
        return transactions.call(() -> {
            Instant from = progress();
            if (!from.isBefore(until)) {
                return false;
            }
            boolean isLast = !from.plus(STEP).isBefore(until);
            Instant to = isLast ? until : from.plus(STEP);
            jdbc.update(COUNT, from, to);
            if (!isLast) {
                jdbc.update(PROGRESS, to, to);
            }
            return !isLast;
        });
    }

    private void show(Instant now) {
        long last = 0;
        for (List<Long> page = devices(last); !page.isEmpty(); page = devices(last)) {
            Long[] ids = page.toArray(Long[]::new);
            transactions.run(() -> jdbc.update(SHOW, ids, now, now));
            last = ids[ids.length - 1];
        }
        transactions.run(() -> {
            int hours = jdbc.first(LONGEST, row -> row.getInt(1)).orElse(1);
            jdbc.update("delete from fleet_connection where bucket < ?", now.minus(Duration.ofHours(hours + 1L)));
        });
    }

    /** Those that have been counted or show a number, which may have to go down. */
    private List<Long> devices(long after) {
        return transactions.call(() -> jdbc.list(COUNTED, row -> row.getLong(1), after, after));
    }

    private static Instant quarter(Instant moment) {
        long seconds = BUCKET.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), seconds) * seconds);
    }
}
