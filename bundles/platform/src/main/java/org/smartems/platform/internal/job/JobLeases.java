// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.platform.job.JobState;

/** The rows by which the nodes agree on who does a job. All times are those of the database. */
final class JobLeases {

    static final Duration LEASE = Duration.ofSeconds(60);

    private static final Duration CONTENDED = Duration.ofSeconds(1);
    private static final int LONGEST_FAILURE = 1000;

    /** How long it is until the job is due, or its node taken for dead; no row while another node decides. */
    private static final String WAIT =
            """
            select extract(epoch from greatest(
                    lease_until, ended_at + make_interval(secs => ?), now()) - now()) as seconds
            from platform_job where name = ? for update skip locked""";

    private static final String TAKE =
            """
            update platform_job set node = ?, started_at = now(), lease_until = now() + make_interval(secs => ?)
            where name = ?""";

    private static final String RENEW =
            """
            update platform_job set lease_until = now() + make_interval(secs => ?) where name = ? and node = ?""";

    private static final String END =
            """
            update platform_job set ended_at = now(), lease_until = null, node = null,
                failures = case when cast(? as text) is null then 0 else failures + 1 end, failure = ?
            where name = ? and node = ?""";

    private final Transactions transactions;
    private final Jdbc jdbc;
    private final UUID node;

    JobLeases(Transactions transactions, UUID node) {
        this.transactions = transactions;
        this.jdbc = new Jdbc(transactions);
        this.node = node;
    }

    /** Zero when the job was due, and this node now does it; otherwise how long to wait. */
    Duration take(String job, Duration interval) {
        return transactions.call(() -> {
            jdbc.update("insert into platform_job (name) values (?) on conflict do nothing", job);
            Duration wait =
                    jdbc.first(WAIT, JobLeases::seconds, seconds(interval), job).orElse(CONTENDED);
            if (wait.isZero()) {
                jdbc.update(TAKE, node, seconds(LEASE), job);
            }
            return wait;
        });
    }

    void renew(String job) {
        transactions.run(() -> jdbc.update(RENEW, seconds(LEASE), job, node));
    }

    void end(String job, Optional<String> failure) {
        String text = failure.map(JobLeases::line).orElse(null);
        transactions.run(() -> jdbc.update(END, text, text, job, node));
    }

    List<JobState> states() {
        return transactions.call(() -> jdbc.list(
                "select *, coalesce(lease_until > now(), false) as running from platform_job order by name",
                JobLeases::state));
    }

    private static JobState state(ResultSet row) throws SQLException {
        return new JobState(
                row.getString("name"),
                Optional.empty(),
                row.getBoolean("running"),
                moment(row, "started_at"),
                moment(row, "ended_at"),
                row.getInt("failures"),
                Optional.ofNullable(row.getString("failure")));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(java.sql.Timestamp::toInstant);
    }

    private static String line(String text) {
        String line = text.replaceAll("[\\p{Cntrl}]+", " ");
        return line.length() > LONGEST_FAILURE ? line.substring(0, LONGEST_FAILURE) : line;
    }

    private static Duration seconds(ResultSet row) throws SQLException {
        return Duration.ofMillis((long) Math.ceil(row.getDouble("seconds") * 1000));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
