// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.checkin;

import java.util.Optional;

/** What is measured beside what. */
enum Variant {
    /** The server as it is. */
    PRODUCT("product", "as it is", Optional.of("bench:batch 128")),
    /** The same requests, answered by the same connector with a constant. */
    CONSTANT("constant", "constant answer", Optional.empty()),
    /** The same statements with a transaction of its own for each check-in. */
    SINGLE("single", "one per transaction", Optional.of("bench:batch 1")),
    /** The statements alone, sent by pgbench, a transaction for each check-in. */
    PGBENCH("pgbench", "pgbench, one each", Optional.empty()),
    /** The statements alone, sent by pgbench, as many check-ins in a transaction as the server has. */
    PGBENCH_SHARED("pgbench-shared", "pgbench, shared", Optional.empty());

    private final String id;
    private final String label;
    private final Optional<String> command;

    Variant(String id, String label, Optional<String> command) {
        this.id = id;
        this.label = label;
        this.command = command;
    }

    String id() {
        return id;
    }

    String label() {
        return label;
    }

    /** What the shell of the server is told before. */
    Optional<String> command() {
        return command;
    }

    boolean isPgbench() {
        return this == PGBENCH || this == PGBENCH_SHARED;
    }
}
