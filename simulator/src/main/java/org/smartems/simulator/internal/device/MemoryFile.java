// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.device;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Properties;
import org.smartems.simulator.DeviceProfile;

/** The file in which the memory of one device outlives the process; replaced as a whole. */
public final class MemoryFile {

    private final Path file;

    public MemoryFile(Path directory, DeviceProfile profile) {
        String name = profile.dialect().id() + '-' + URLEncoder.encode(profile.serial(), UTF_8);
        this.file = directory.resolve(name + ".properties");
    }

    /** Empty when there is none. */
    public Optional<Memory> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties stored = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            stored.load(in);
            return Optional.of(memory(stored));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (IllegalArgumentException | NullPointerException | DateTimeParseException e) {
            throw new IllegalStateException(file + " is not the state of a device: delete it", e);
        }
    }

    public void write(Memory memory) {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.getParent());
            try (Writer out = Files.newBufferedWriter(next)) {
                properties(memory).store(out, null);
            }
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static Memory memory(Properties stored) {
        Memory memory = new Memory(required(stored, "firmwareVersion"), Instant.parse(required(stored, "startedAt")));
        optional(stored, "config")
                .ifPresent(
                        config -> memory.configure(config, Boolean.parseBoolean(stored.getProperty("configIsText"))));
        optional(stored, "runningConfig").ifPresent(memory::configureRunning);
        optional(stored, "report.command").ifPresent(command -> memory.toReport(report(stored, command)));
        SupervisorMemory supervisor = memory.supervisor();
        optional(stored, "supervisor.agentVersion").ifPresent(supervisor::installAgent);
        optional(stored, "supervisor.sdkVersion").ifPresent(supervisor::installSdk);
        optional(stored, "supervisor.config").ifPresent(supervisor::configure);
        memory.diagnose(Boolean.parseBoolean(stored.getProperty("diagnosing")));
        memory.restore(
                Long.parseLong(required(stored, "checkIns")),
                optional(stored, "nextAt").map(Instant::parse).orElse(null));
        return memory;
    }

    private static Report report(Properties stored, String command) {
        return new Report(
                command,
                required(stored, "report.transactionId"),
                required(stored, "report.status"),
                required(stored, "report.category"),
                Integer.parseInt(required(stored, "report.pid")),
                required(stored, "report.message"));
    }

    private static Properties properties(Memory memory) {
        Properties stored = new Properties();
        stored.setProperty("firmwareVersion", memory.firmwareVersion());
        stored.setProperty("startedAt", memory.startedAt().toString());
        stored.setProperty("checkIns", Long.toString(memory.checkIns()));
        stored.setProperty("diagnosing", Boolean.toString(memory.diagnosing()));
        stored.setProperty("configIsText", Boolean.toString(memory.configIsText()));
        stored.setProperty("supervisor.agentVersion", memory.supervisor().agentVersion());
        stored.setProperty("supervisor.sdkVersion", memory.supervisor().sdkVersion());
        memory.supervisor().config().ifPresent(config -> stored.setProperty("supervisor.config", config));
        memory.config().ifPresent(config -> stored.setProperty("config", config));
        memory.runningConfig().ifPresent(config -> stored.setProperty("runningConfig", config));
        memory.nextAt().ifPresent(next -> stored.setProperty("nextAt", next.toString()));
        memory.report().ifPresent(report -> {
            stored.setProperty("report.command", report.command());
            stored.setProperty("report.transactionId", report.transactionId());
            stored.setProperty("report.status", report.status());
            stored.setProperty("report.category", report.category());
            stored.setProperty("report.pid", Integer.toString(report.pid()));
            stored.setProperty("report.message", report.message());
        });
        return stored;
    }

    private static Optional<String> optional(Properties stored, String name) {
        return Optional.ofNullable(stored.getProperty(name));
    }

    private static String required(Properties stored, String name) {
        return optional(stored, name).orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }
}
