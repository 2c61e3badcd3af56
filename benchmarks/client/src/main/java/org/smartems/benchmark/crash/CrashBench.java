// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.crash;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.smartems.benchmark.Program;
import org.smartems.testing.Eventually;
import org.smartems.testing.server.AcknowledgedCheckIns;
import org.smartems.testing.server.StoredCheckIns;

/** Hits a site under the load of devices, again and again. */
final class CrashBench {

    private static final int FEWEST_CHECK_INS = 20;
    private static final int CHECK_INS = 300;
    /** Of a config: a device that finds the line cut tries again within a second or two. */
    private static final Duration CONFIG_LIMIT = Duration.ofMinutes(3);

    private final Site site;
    private final Witness witness;
    private final AcknowledgedCheckIns told;
    private final StoredCheckIns stored;

    CrashBench(Site site, Witness witness, AcknowledgedCheckIns told, StoredCheckIns stored) {
        this.site = site;
        this.witness = witness;
        this.told = told;
        this.stored = stored;
    }

    List<Round> run(int rounds, int devices, PrintStream progress)
            throws IOException, InterruptedException, SQLException {
        await(() -> "devices that can get a config", () -> requestConfigs().size() > devices / 2);
        awaitConfigs(requestConfigs());
        List<Round> done = new ArrayList<>();
        for (int number = 1; number <= rounds; number++) {
            Round round = round(number);
            progress.println(round.line(rounds));
            done.add(round);
        }
        return done;
    }

    private Round round(int number) throws IOException, InterruptedException, SQLException {
        Hit hit = site.choose();
        int before = told.requests().size();
        int wanted = before + FEWEST_CHECK_INS + site.random().nextInt(CHECK_INS);
        await(() -> wanted + " check-ins", () -> told.requests().size() >= wanted);
        Instant asked = Instant.now();
        Set<String> requested = requestConfigs();
        // some have got theirs, some are on the way, and some are only requested
        int some = 1 + site.random().nextInt(Math.max(1, requested.size() / 2));
        await(() -> some + " configs", () -> told.configured().size() >= some);
        int checkIns = told.requests().size() - before;
        Instant moment = Instant.now();
        long begin = System.nanoTime();
        site.strike(hit);
        site.awaitBack(() -> witness.servedSince(moment));
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (hit == Hit.LINE) {
            awaitUntil(() -> arrived(requested) || pending(requested) == 0);
        } else {
            awaitConfigs(requested);
        }
        return new Round(number, hit, checkIns, seconds, books(hit, requested, asked));
    }

    /**
     * What was written into a line before it was cut counts as handed out, since these devices do not tell the server
     * what config they have; of a server that is killed no config may get lost.
     */
    private Round.Books books(Hit hit, Set<String> requested, Instant asked) throws SQLException {
        StoredCheckIns.Found found = stored.find(told);
        List<String> problems = new ArrayList<>(found.problems());
        Set<String> without = new HashSet<>(requested);
        without.removeAll(told.configured());
        long lost = without.size() - (hit == Hit.LINE ? stored.handedOut(without, asked) : 0);
        if (lost > 0) {
            problems.add(lost + " of " + requested.size() + " requested configs are never handed out: " + without);
        }
        int configured = requested.size() - without.size();
        return new Round.Books(found.acknowledged(), found.found(), requested.size(), configured, problems);
    }

    /** What is left when no device calls any more. */
    List<String> last(int devices) throws SQLException {
        List<String> problems = new ArrayList<>(stored.find(told).problems());
        await(() -> "no work is left under way", () -> underWay() == 0);
        long known = stored.devices();
        if (known != devices) {
            problems.add(known + " devices are known, there are " + devices);
        }
        return problems;
    }

    private Set<String> requestConfigs() {
        try {
            told.forgetConfigured();
            return stored.requestConfigsBySerial();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long underWay() {
        try {
            return stored.underWay();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean arrived(Set<String> requested) {
        return told.configured().containsAll(requested);
    }

    private long pending(Set<String> requested) {
        try {
            return stored.pendingConfigs(requested);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitConfigs(Set<String> requested) {
        awaitUntil(() -> arrived(requested));
    }

    /** A request that a hit had lost would never be met: the books tell. */
    private static void awaitUntil(BooleanSupplier met) {
        try {
            Eventually.until(() -> "configs", CONFIG_LIMIT, met);
        } catch (AssertionError lost) {
            Program.ERR.println("not every config is there after " + CONFIG_LIMIT.toMinutes() + " minutes");
        }
    }

    private void await(Supplier<String> what, BooleanSupplier condition) {
        Eventually.until(() -> what.get() + "\n" + site.server().logEnd(), Site.LIMIT, condition);
    }
}
