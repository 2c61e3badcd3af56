// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.log;

import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;

/** Gives out ids of log rows from memory; asks the database for each block of them. For many threads. */
public final class LogIds {

    private static final long BLOCK = 10_000;

    private final Transactions transactions;
    private long next; // guarded by this
    private long end; // guarded by this

    /** Asks in transactions of its own, or in that of its caller. */
    public LogIds(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * A new id.
     *
     * @throws org.smartems.persistence.DatabaseUnavailable when a block is needed and the database is away
     */
    public synchronized long next() {
        if (next == end) {
            long block = transactions.call(() -> new Jdbc(transactions)
                    .first("select nextval('fleet_log_block_seq')", row -> row.getLong(1))
                    .orElseThrow());
            next = block * BLOCK;
            end = next + BLOCK;
        }
        return next++;
    }
}
