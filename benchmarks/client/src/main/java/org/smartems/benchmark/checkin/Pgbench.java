// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.checkin;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.smartems.benchmark.Cpu;
import org.smartems.benchmark.Processes;

/** Sends the statements of check-ins to the database without a server: what is left is what the database takes. */
final class Pgbench {

    /** As many as the server has threads for READ and WRITE. */
    private static final int SHARED_CLIENTS = 3;

    private static final String SETTINGS = "-c plan_cache_mode=force_generic_plan -c lock_timeout=2s";
    private static final int NANOS_PER_MICRO = 1000;

    private final Path program;
    private final Path home;
    private final Path statements;
    private final int port;
    private final Database database;
    private final Processes processes;
    private final Meter meter;

    private Pgbench(Path program, Server server) {
        this.program = program;
        this.home = server.home();
        this.statements = server.statements();
        this.port = server.databasePort();
        this.database = server.database();
        this.processes = server.processes();
        this.meter = server.meter();
    }

    /** Empty where it is not installed. */
    static Optional<Pgbench> find(Server server) throws IOException {
        List<Path> programs = new ArrayList<>();
        for (String directory : System.getenv().getOrDefault("PATH", "").split(":")) {
            programs.add(Path.of(directory, "pgbench"));
        }
        Path versions = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(versions)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(versions)) {
                entries.forEach(version -> programs.add(version.resolve("bin/pgbench")));
            }
        }
        return programs.stream()
                .filter(Files::isExecutable)
                .max(Comparator.comparing(path -> path.startsWith(versions)))
                .map(path -> new Pgbench(path, server));
    }

    /**
     * Runs the statements.
     *
     * @param test one of pgbench
     * @param time how long
     * @param together check-ins in a transaction
     */
    Slice run(Case test, Duration time, int together) throws IOException, InterruptedException {
        int clients = test.variant() == Variant.PGBENCH_SHARED ? SHARED_CLIENTS : test.clients();
        Path directory = Files.createTempDirectory(home.resolve("data/tmp"), "pgbench");
        try {
            database.run("create sequence if not exists " + Script.IDS + " start 1000000000000 cache 1000");
            database.run("grant all on sequence " + Script.IDS + " to " + Database.NAME);
            Path script = directory.resolve("check-in.sql");
            Files.writeString(script, new Script(statements(), samples(test), together).text(clients));
            double revisions = revisions(test);
            Sharing counted = meter.read();
            Cpu before = processes.cpu();
            start(script, clients, time);
            Cpu cpu = processes.cpu().minus(before);
            Sharing sharing = meter.read().minus(counted);
            long[] sorted = latencies(directory, together);
            requireStored(revisions(test) - revisions, sorted.length);
            return new Slice(time.toNanos() / 1e9, sorted, cpu, shared(sharing, sorted.length, together), List.of());
        } finally {
            remove(directory);
        }
    }

    private double revisions(Case test) throws IOException {
        return database.number(
                "select sum(s.revision) from fleet_device_state s join fleet_device_type t on t.id = s.device_type_id"
                        + " where t.name = ?",
                test.dialect().label());
    }

    /** A statement that changes nothing, because it is given the wrong revision, costs little and proves nothing. */
    private static void requireStored(double stored, int checkIns) throws IOException {
        if (stored < checkIns) {
            throw new IOException("of " + checkIns + " check-ins of pgbench only " + (long) stored + " were stored");
        }
    }

    private static Sharing shared(Sharing sharing, int checkIns, int together) {
        double transactions = (double) checkIns / together;
        return new Sharing(sharing.walBytes(), transactions, checkIns, transactions, checkIns);
    }

    private void start(Path script, int clients, Duration time) throws IOException, InterruptedException {
        Path output = script.resolveSibling("output");
        ProcessBuilder builder = new ProcessBuilder(
                program.toString(),
                "--no-vacuum",
                "--protocol=prepared",
                "--file=" + script,
                "--client=" + clients,
                "--jobs=1",
                "--time=" + Math.max(1, time.toSeconds()),
                "--log",
                "--log-prefix=" + script.resolveSibling("log"),
                "--host=127.0.0.1",
                "--port=" + port,
                "--username=" + Database.NAME,
                Database.NAME);
        builder.environment()
                .put(
                        "PGPASSWORD",
                        Files.readString(home.resolve("data/postgres/password")).strip());
        builder.environment().put("PGOPTIONS", SETTINGS);
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        int status = builder.start().waitFor();
        String said = Files.readString(output);
        if (status != 0 || said.contains("ERROR")) {
            throw new IOException(
                    "pgbench ended with " + status + ": " + said.substring(0, Math.min(2000, said.length())));
        }
    }

    /** Each of those that share a transaction waits for all of it. */
    private static long[] latencies(Path directory, int together) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> logs = files.filter(file -> file.getFileName().toString().startsWith("log"))
                    .toList();
            List<String> lines = new ArrayList<>();
            for (Path log : logs) {
                lines.addAll(Files.readAllLines(log));
            }
            return lines.stream()
                    .map(line -> line.split(" "))
                    .filter(fields -> fields[2].matches("[0-9]+"))
                    .mapToLong(fields -> Long.parseLong(fields[2]) * NANOS_PER_MICRO)
                    .sorted()
                    .flatMap(nanos -> LongStream.generate(() -> nanos).limit(together))
                    .toArray();
        }
    }

    private Script.Sql statements() throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(statements)) {
            properties.load(in);
        }
        return new Script.Sql(
                properties.getProperty("read"), properties.getProperty("update"), properties.getProperty("insert"));
    }

    private Script.Samples samples(Case test) throws IOException {
        long device = Filling.sample(database, test.dialect());
        long contact = database.whole("select min(id) from fleet_check_in where device_id = ?", device);
        List<Map<String, String>> lines = new ArrayList<>();
        for (String line :
                database.texts("select id from fleet_communication_log where check_in_id = ? order by id", contact)) {
            lines.add(row("fleet_communication_log", "id", Long.parseLong(line)));
        }
        Map<String, String> state = row("fleet_device_state", "device_id", device);
        return new Script.Samples(
                Long.parseLong(state.get("device_type_id")),
                test.dialect().firstId(),
                test.stage().devices(),
                test.dialect().identifier(0),
                state,
                row("fleet_check_in", "id", contact),
                List.copyOf(lines));
    }

    private Map<String, String> row(String table, String key, long id) throws IOException {
        Map<String, String> row = new LinkedHashMap<>();
        for (String column : database.columns(table)) {
            row.put(
                    column,
                    database.texts("select cast(" + column + " as text) from " + table + " where " + key + " = ?", id)
                            .get(0));
        }
        return row;
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
