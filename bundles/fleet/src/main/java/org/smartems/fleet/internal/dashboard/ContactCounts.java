// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.dashboard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.persistence.EntityManagerFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.spi.job.Job;

/** Counts contacts by hour and by what came of them. Each contact is read once, shortly after it was stored. */
@Component
public final class ContactCounts implements Job {

    /** How far the home page looks back. */
    static final Duration SHOWN = Duration.ofHours(24);

    /** Batches that were begun before a moment may be committed shortly after it. */
    private static final Duration SETTLED = Duration.ofSeconds(30);
    /** How much is made up for in one transaction after the server was off. */
    private static final Duration STEP = Duration.ofHours(1);

    /** The contact of a device that was unknown, or that is gone, belongs to no access tag. */
    private static final String COUNT =
            """
            insert into fleet_contact_count (hour, access_tags, outcome, amount)
            select date_trunc('hour', c.created_at, 'UTC'), coalesce(d.access_tags, '{}'), c.outcome, count(*)
            from fleet_check_in c left join fleet_device d on d.id = c.device_id
            where c.created_at >= ? and c.created_at < ? group by 1, 2, 3
            on conflict (hour, access_tags, outcome)
                do update set amount = fleet_contact_count.amount + excluded.amount""";

    private final Transactions transactions;
    private final Jdbc jdbc;
    private final Clock clock;

    /** Active once the tables are there, which the unit tells. */
    @Activate
    public ContactCounts(
            @Reference Transactions transactions,
            @Reference(target = "(osgi.unit.name=fleet)") EntityManagerFactory unit) {
        this(transactions, Clock.systemUTC());
    }

    ContactCounts(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.jdbc = new Jdbc(transactions);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "fleet-contact-counts";
    }

    @Override
    public Duration interval() {
        return Duration.ofSeconds(20);
    }

    @Override
    public void run() {
        Instant until = clock.instant().minus(SETTLED).truncatedTo(ChronoUnit.SECONDS);
        Instant oldest = until.minus(SHOWN).truncatedTo(ChronoUnit.HOURS);
        transactions.run(() -> {
            jdbc.update(
                    "insert into fleet_contact_count_progress (counted_until) values (?) on conflict do nothing",
                    oldest);
            jdbc.update("update fleet_contact_count_progress set counted_until = greatest(counted_until, ?)", oldest);
            jdbc.update("delete from fleet_contact_count where hour < ?", oldest);
        });
        while (count(until)) {
            // the next step
        }
    }

    /** One step, whose counts and progress are committed together; false when nothing is left. */
    private boolean count(Instant until) {
        return transactions.call(() -> {
            Instant from = jdbc.first(
                            "select counted_until from fleet_contact_count_progress for update",
                            row -> row.getTimestamp(1).toInstant())
                    .orElseThrow();
            if (!from.isBefore(until)) {
                return false;
            }
            Instant to = from.plus(STEP).isBefore(until) ? from.plus(STEP) : until;
            jdbc.update(COUNT, from, to);
            jdbc.update("update fleet_contact_count_progress set counted_until = ?", to);
            return to.isBefore(until);
        });
    }
}
