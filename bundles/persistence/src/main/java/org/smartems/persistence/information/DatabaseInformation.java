// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.information;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The database as its administrator sees it; safe for use by many threads.
 *
 * <p>While the database is away the methods throw {@link org.smartems.persistence.DatabaseUnavailable}.
 */
@ProviderType
public interface DatabaseInformation {

    /**
     * The database.
     *
     * @param name of it
     * @param serverVersion of PostgreSQL
     * @param bytes that it takes on the disk of its server
     */
    record Summary(String name, String serverVersion, long bytes) {}

    /**
     * A table with its indexes.
     *
     * @param name of it; of a partitioned table all partitions are counted with it
     * @param bytes that it takes on the disk
     * @param rows as the server estimates them
     * @param partitions how many it has; 0 for a table without
     * @param oldestPartition name of the first one; empty without
     * @param newestPartition name of the last one; empty without
     */
    record Table(String name, long bytes, long rows, int partitions, String oldestPartition, String newestPartition) {}

    /**
     * The tables of one bundle.
     *
     * @param schema name of the schema
     * @param version of the last script that was run
     * @param description of that script
     * @param at when it was run
     */
    record Migration(String schema, String version, String description, Instant at) {}

    /**
     * Connections of one kind.
     *
     * @param application that opened them, with its pool
     * @param state as the server tells it, such as {@code idle}
     * @param count how many
     */
    record Connections(String application, String state, int count) {}

    /**
     * The database as a whole.
     *
     * @return at this moment
     */
    Summary summary();

    /**
     * Tables, the largest first.
     *
     * @param limit how many at most
     * @return partitioned tables as one
     */
    List<Table> tables(int limit);

    /**
     * How far each schema has come.
     *
     * @return by name
     */
    List<Migration> migrations();

    /**
     * Who is connected to the database, other servers among them.
     *
     * @return by application and state
     */
    List<Connections> connections();
}
