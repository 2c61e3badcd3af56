// SPDX-License-Identifier: Apache-2.0
package org.smartems.postgres.internal;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a server running until its thread is interrupted.
 *
 * <p>The server's process is started by this thread, which must live as long as it: the kernel interrupts the process
 * when the thread that started it ends.
 */
final class Keeper implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final int POLL_MILLIS = 20;
    private static final int CHECK_MILLIS = 10_000;
    private static final String WRONG_PASSWORD = "28P01";

    private final Settings settings;
    private final Consumer<Status> report;
    private final DirectoryLock lock = new DirectoryLock();
    private final BackOff backOff = new BackOff();
    private RunAs runAs;
    private String lastFailure = "";
    private volatile Postmaster postmaster;

    Keeper(Settings settings, Consumer<Status> report) {
        this.settings = settings;
        this.report = report;
    }

    /** The process of the server, 0 while there is none. */
    long pid() {
        Postmaster present = postmaster;
        return present == null ? 0 : present.pid();
    }

    @Override
    public void run() {
        try {
            while (serve()) {
                Thread.sleep(backOff.next());
            }
        } catch (InterruptedException expected) {
            LOG.debug("asked to stop", expected);
        } finally {
            unlock();
        }
    }

    private void unlock() {
        try {
            lock.release();
        } catch (IOException e) {
            LOG.warn("The lock on {} was not released", settings.directory(), e);
        }
    }

    /** Returns whether to try again. */
    private boolean serve() throws InterruptedException {
        try {
            runServer();
        } catch (StartFailure failure) {
            failed(failure);
            return !failure.permanent();
        } catch (IOException failure) {
            failed(Diagnosis.of(failure));
        } catch (SQLException failure) {
            String message = failure.toString();
            failed(StartFailure.passing(Diagnosis.reason(message, "the database cannot be prepared"), message));
        } catch (RuntimeException failure) {
            LOG.error("Unexpected", failure);
            failed(StartFailure.passing("the database cannot be started", failure.toString()));
        }
        return true;
    }

    /** Repeats are not logged: the same cause may last for days. */
    private void failed(StartFailure failure) {
        if (Thread.currentThread().isInterrupted()) {
            return;
        }
        report.accept(failure.permanent() ? Status.refused(failure.reason()) : Status.down(failure.reason()));
        if (!lastFailure.equals(failure.reason())) {
            LOG.error("Embedded PostgreSQL: {}", failure.getMessage());
        }
        lastFailure = failure.reason();
    }

    private void runServer() throws IOException, SQLException, InterruptedException, StartFailure {
        Home home = Home.open(settings.directory());
        lock.take(home.lock());
        Path bin = settings.binaries().install(home.directory());
        if (runAs == null) {
            runAs = RunAs.choose(settings.runAs(), home.directory(), bin);
        }
        new Orphans(home.data()).stop();
        Cluster cluster = new Cluster(home, bin, runAs);
        cluster.prepare(settings.binaries().major());
        checkPort();
        home.limitLog();
        postmaster = Postmaster.start(cluster.server(settings), home.log());
        try {
            supervise(home);
        } finally {
            stop();
        }
    }

    private void checkPort() throws IOException, StartFailure {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), settings.port()));
        } catch (BindException e) {
            throw StartFailure.passing(
                    "port " + settings.port() + " of the database is in use by another process",
                    "stop it, or configure another port");
        }
    }

    private void supervise(Home home) throws IOException, SQLException, InterruptedException, StartFailure {
        long started = System.nanoTime();
        Access access = new Access(home, settings.port());
        PGSimpleDataSource superuser = access.superuser();
        awaitAnswer(superuser);
        access.provide();
        Access.ask(access.owner());
        lastFailure = "";
        report.accept(Status.UP);
        LOG.info("PostgreSQL answers on port {}, process {}", settings.port(), postmaster.pid());
        tidy(home);
        while (!postmaster.endsWithin(CHECK_MILLIS)) {
            check(home, superuser);
        }
        backOff.ranFor(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started));
        throw postmaster.failure("PostgreSQL has ended and is started again");
    }

    private void tidy(Home home) {
        try {
            settings.binaries().tidy(home.directory());
        } catch (IOException e) {
            LOG.warn("Old programs of PostgreSQL were not removed", e);
        }
    }

    /** Without a limit: recovery after a crash takes as long as it takes. */
    private void awaitAnswer(PGSimpleDataSource superuser) throws IOException, InterruptedException, StartFailure {
        while (!postmaster.endsWithin(POLL_MILLIS)) {
            try {
                Access.ask(superuser);
                return;
            } catch (SQLException e) {
                if (WRONG_PASSWORD.equals(e.getSQLState())) {
                    throw StartFailure.passing(
                            "the password file of the database does not fit its data", "restore both together");
                }
                LOG.debug("PostgreSQL does not answer yet", e);
            }
        }
        throw postmaster.failure("PostgreSQL ended while it started");
    }

    /** Whatever fails here, the server is left running: only its own end is a reason to start it again. */
    private void check(Home home, PGSimpleDataSource superuser) {
        try {
            home.limitLog();
        } catch (IOException e) {
            LOG.warn("The log of PostgreSQL cannot be shortened", e);
        }
        try {
            Access.ask(superuser);
            report.accept(Status.UP);
        } catch (SQLException e) {
            LOG.warn("PostgreSQL does not answer: {}", e.getMessage());
            report.accept(Status.down("PostgreSQL does not answer"));
        }
    }

    /** Not to be interrupted: the directory is free only when the server has ended. */
    private void stop() throws IOException {
        boolean interrupted = Thread.interrupted();
        while (postmaster.isAlive()) {
            try {
                postmaster.stop();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        postmaster = null;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
