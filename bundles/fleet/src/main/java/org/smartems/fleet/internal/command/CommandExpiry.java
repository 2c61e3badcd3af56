// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.persistence.EntityManagerFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.internal.device.WorkFlags;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.spi.job.Job;

/**
 * Ends the waiting for reports on commands that have expired, in the state of the device and in the log. A config is
 * requested again: nobody knows whether it has arrived.
 */
@Component
public final class CommandExpiry implements Job {

    private static final int CHUNK = 500;

    private static final String CLOSE =
            """
            with due as materialized (
                select device_id, array(
                    select (c ->> 'slot')::int from jsonb_array_elements(commands) c
                    where c ->> 'kind' = 'CONFIG' and (c ->> 'expireAt')::timestamptz <= ?) as configs
                from fleet_device_state
                where commands <> '[]' and exists (
                    select from jsonb_array_elements(commands) c where (c ->> 'expireAt')::timestamptz <= ?)
                order by device_id limit ? for no key update)
            update fleet_device_state s set revision = revision + 1, REQUESTS
                flag_sequence = flag_sequence + case when cardinality(configs) > 0 then 1 else 0 end,
                commands = coalesce((
                    select jsonb_agg(c order by position)
                    from jsonb_array_elements(s.commands) with ordinality e (c, position)
                    where (c ->> 'expireAt')::timestamptz > ?), '[]')
            from due where s.device_id = due.device_id"""
                    .replace("REQUESTS", requests());

    private static final String LOG =
            """
            update fleet_device_command set status = 'expired', updated_at = ?
            where status = 'pending' and expire_at <= ?""";

    private final Transactions transactions;
    private final Jdbc jdbc;
    private final Clock clock;

    /** Active once the tables are there, which the unit tells. */
    @Activate
    public CommandExpiry(
            @Reference Transactions transactions,
            @Reference(target = "(osgi.unit.name=fleet)") EntityManagerFactory unit) {
        this(transactions, Clock.systemUTC());
    }

    CommandExpiry(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.jdbc = new Jdbc(transactions);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "fleet-command-expiry";
    }

    @Override
    public Duration interval() {
        return Duration.ofMinutes(2);
    }

    /** The state comes first: from then on no report closes the command, and the log may say so. */
    @Override
    public void run() {
        Instant now = clock.instant();
        int closed = CHUNK;
        while (closed == CHUNK) {
            closed = transactions.call(() -> jdbc.update(CLOSE, now, now, CHUNK, now));
        }
        transactions.run(() -> jdbc.update(LOG, now, now));
    }

    /** A config whose command was never reported on may not have arrived: it is requested again. */
    private static String requests() {
        return IntStream.rangeClosed(1, 3)
                .mapToObj(slot ->
                        "FLAG = case when FLAG = 0 and SLOT = any (configs) then flag_sequence + 1 else FLAG end,"
                                .replace("FLAG", WorkFlags.column(WorkFlag.config(slot)))
                                .replace("SLOT", Integer.toString(slot)))
                .collect(Collectors.joining(" "));
    }
}
