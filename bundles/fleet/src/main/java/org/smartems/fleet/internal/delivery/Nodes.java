// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.delivery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;
import java.util.function.Supplier;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;

/** Processes that hand out work, and which of them are gone. */
final class Nodes {

    private final Jdbc jdbc;
    private final Supplier<String> homes;
    private String home;
    private final String name = UUID.randomUUID().toString();

    Nodes(Transactions transactions, Supplier<String> homes) {
        this.jdbc = new Jdbc(transactions);
        this.homes = homes;
    }

    /** Host and directory: two processes of one home are never there at once. */
    static String home() {
        String directory = System.getProperty("karaf.data", System.getProperty("user.dir"));
        try {
            return InetAddress.getLocalHost().getHostName() + ":" + directory;
        } catch (UnknownHostException e) {
            return "localhost:" + directory;
        }
    }

    /** To be called before all others; a name server may take its time. */
    void findHome() {
        if (home == null) {
            home = homes.get();
        }
    }

    /** Says that this process is there. Needs a transaction. */
    void beat() {
        jdbc.update(
                """
                insert into fleet_node (id, home, seen_at) values (?, ?, now())
                on conflict (id) do update set seen_at = now()""",
                name,
                home);
    }

    /** Forgets earlier processes of this home, and others that have been silent for a minute. Needs a transaction. */
    void forgetGone() {
        jdbc.update(
                """
                delete from fleet_node where id <> ? and (home = ? or seen_at < now() - interval '60 seconds')""",
                name,
                home);
    }

    /** Forgets this process: it has nothing under way. Needs a transaction. */
    void leave() {
        jdbc.update("delete from fleet_node where id = ?", name);
    }

    /** The name of this process. */
    String name() {
        return name;
    }
}
