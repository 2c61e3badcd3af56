// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.dashboard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.persistence.EntityManagerFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.resource.Sql;
import org.smartems.spi.job.Job;

/**
 * Devices in groups: by type, access tags, state and firmware. A few thousand are counted when somebody asks; of more
 * than that this job keeps the counts of the last minute.
 */
@Component
public final class DeviceCounts implements Job {

    /** Up to this many are read for an answer. */
    static final int LIVE = 20_000;

    private static final String GROUPS =
            """
            select d.device_type_id, d.access_tags, d.enabled,
                case when s.seen_at is null then 'never' when s.seen_at >= ? then 'hour'
                    when s.seen_at >= ? then 'day' else 'earlier' end as contact,
                s.firmware_version1 as firmware_version, count(*) as amount
            from fleet_device d left join fleet_device_state s on s.device_id = d.id""";

    private static final String GROUPED = "group by 1, 2, 3, 4, 5";

    private final Transactions transactions;
    private final Jdbc jdbc;
    private final Clock clock;
    private final int live;

    /** Active once the tables are there, which the unit tells. */
    @Activate
    public DeviceCounts(
            @Reference Transactions transactions,
            @Reference(target = "(osgi.unit.name=fleet)") EntityManagerFactory unit) {
        this(transactions, Clock.systemUTC(), LIVE);
    }

    DeviceCounts(Transactions transactions, Clock clock, int live) {
        this.transactions = transactions;
        this.jdbc = new Jdbc(transactions);
        this.clock = clock;
        this.live = live;
    }

    /**
     * The groups at a moment, as a query.
     *
     * @param now the moment
     * @param visible a condition on the device {@code d}
     */
    static Sql groups(Instant now, Sql visible) {
        return Sql.of(GROUPS, now.minus(Duration.ofHours(1)), now.minus(Duration.ofDays(1)))
                .then("where")
                .then(visible)
                .then(GROUPED);
    }

    /** Whether there are more devices than a number; reads no more than that of them. */
    static boolean isMore(Jdbc jdbc, Sql visible, int than) {
        Sql counted = Sql.of("select count(*) from (select 1 from fleet_device d where")
                .then(visible)
                .then(Sql.of("limit ?) counted", than + 1));
        return jdbc.first(counted.text(), row -> row.getInt(1), counted.values().toArray())
                        .orElse(0)
                > than;
    }

    /** Of which moment the stored counts are; empty before the first. */
    static Optional<Instant> countedAt(Jdbc jdbc) {
        return jdbc.first("select counted_at from fleet_device_count_progress", row -> row.getTimestamp(1)
                .toInstant());
    }

    @Override
    public String name() {
        return "fleet-device-counts";
    }

    @Override
    public Duration interval() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        transactions.run(() -> {
            jdbc.update("delete from fleet_device_count");
            jdbc.update("delete from fleet_device_count_progress");
            if (isMore(jdbc, Sql.TRUE, live)) {
                Sql groups = groups(now, Sql.TRUE);
                jdbc.update(
                        "insert into fleet_device_count " + groups.text(),
                        groups.values().toArray());
                jdbc.update("insert into fleet_device_count_progress (counted_at) values (?)", now);
            }
        });
    }
}
