// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.persistence.information.DatabaseInformation;

/** Reads the catalogues of the database server and the histories of migrations. */
@Component(service = DatabaseInformation.class)
public final class InformationService implements DatabaseInformation {

    private static final String HISTORY = "schema_history_";

    private static final String SUMMARY =
            """
            select current_database(), current_setting('server_version'), pg_database_size(current_database())""";

    private static final String TABLES =
            """
            with part as (
                select coalesce(i.inhparent, c.oid) as root, c.oid, c.relname, c.reltuples, c.relkind,
                    i.inhparent is not null as is_partition
                from pg_class c
                left join pg_inherits i on i.inhrelid = c.oid
                where c.relkind in ('r', 'p') and c.relnamespace = current_schema()::regnamespace
            )
            select root::regclass::text, sum(pg_total_relation_size(oid)) as bytes,
                sum(case when relkind = 'r' and reltuples > 0 then reltuples else 0 end) as row_count,
                count(*) filter (where is_partition) as partitions,
                coalesce(min(relname) filter (where is_partition), ''),
                coalesce(max(relname) filter (where is_partition), '')
            from part group by root order by bytes desc, 1 limit ?""";

    private static final String HISTORIES =
            """
            select c.relname from pg_class c
            where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace and starts_with(c.relname, ?)
            order by c.relname""";

    private static final String CONNECTIONS =
            """
            select application_name, coalesce(state, ''), count(*) from pg_stat_activity
            where datname = current_database() and backend_type = 'client backend'
            group by 1, 2 order by 1, 2""";

    private final Transactions transactions;
    private final Jdbc jdbc;

    /** Asks within these transactions. */
    @Activate
    public InformationService(@Reference Transactions transactions) {
        this.transactions = transactions;
        this.jdbc = new Jdbc(transactions);
    }

    @Override
    public Summary summary() {
        return transactions.call(
                () -> jdbc.first(SUMMARY, row -> new Summary(row.getString(1), row.getString(2), row.getLong(3)))
                        .orElseThrow());
    }

    @Override
    public List<Table> tables(int limit) {
        return transactions.call(() -> jdbc.list(TABLES, InformationService::table, limit));
    }

    @Override
    public List<Migration> migrations() {
        return transactions.call(() -> {
            List<Migration> latest = new ArrayList<>();
            for (String table : jdbc.list(HISTORIES, row -> row.getString(1), HISTORY)) {
                latest.addAll(latest(table));
            }
            return latest;
        });
    }

    @Override
    public List<Connections> connections() {
        return transactions.call(() ->
                jdbc.list(CONNECTIONS, row -> new Connections(row.getString(1), row.getString(2), row.getInt(3))));
    }

    /** The name is one of the catalogue; quoted, as it may be of any characters. */
    private List<Migration> latest(String table) {
        String sql = "select version, description, installed_on from \"" + table.replace("\"", "\"\"")
                + "\" where success and version is not null order by installed_rank desc limit 1";
        return jdbc.list(
                sql,
                row -> new Migration(
                        table.substring(HISTORY.length()),
                        row.getString(1),
                        row.getString(2),
                        row.getTimestamp(3).toInstant()));
    }

    private static Table table(ResultSet row) throws SQLException {
        return new Table(
                row.getString(1), row.getLong(2), row.getLong(3), row.getInt(4), row.getString(5), row.getString(6));
    }
}
