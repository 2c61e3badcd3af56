// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal.recording;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.device.endpoint.recording.Recording;
import org.smartems.device.endpoint.recording.RecordingOrder;
import org.smartems.device.endpoint.recording.Recordings;
import org.smartems.fleet.catalogue.Catalogue;
import org.smartems.fleet.catalogue.Credential;
import org.smartems.fleet.device.Devices;
import org.smartems.persistence.Transactions;
import org.smartems.platform.audit.AuditLog;
import org.smartems.platform.audit.Author;
import org.smartems.platform.plugin.Installed;
import org.smartems.spi.procedure.CommunicationProcedure;
import org.smartems.spi.procedure.ProcedureDescription;

/** See {@link Recordings}; hands out the procedures that contacts are to call. */
@Component(service = {Recordings.class, ExchangeRecorder.class})
public final class ExchangeRecorder implements Recordings {

    private static final Logger LOG = LoggerFactory.getLogger(ExchangeRecorder.class);
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Catalogue catalogue;
    private final Function<String, Set<String>> deviceSecrets;
    private final RecordingTrail trail;
    private final Path home;
    private final Clock clock;
    private final Map<Long, Take> takes = new ConcurrentHashMap<>();

    /** Records below the data of the home. */
    @Activate
    public ExchangeRecorder(
            @Reference Catalogue catalogue,
            @Reference Devices devices,
            @Reference Transactions transactions,
            @Reference AuditLog auditLog) {
        this(
                catalogue,
                identifier -> secretsOf(devices, identifier),
                new RecordingAudit(transactions, auditLog),
                Path.of(System.getProperty("karaf.data")).resolve("recordings"));
    }

    ExchangeRecorder(
            Catalogue catalogue, Function<String, Set<String>> deviceSecrets, RecordingTrail trail, Path home) {
        this.catalogue = catalogue;
        this.deviceSecrets = deviceSecrets;
        this.trail = trail;
        this.home = home;
        this.clock = Clock.systemUTC();
    }

    /** The procedure as it is, unless the devices of the type are recorded. */
    public CommunicationProcedure watched(
            long type,
            Installed.Entry<CommunicationProcedure, ProcedureDescription> procedure,
            Optional<Credential> credential) {
        if (takes.isEmpty()) {
            return procedure.service();
        }
        Take take = takes.get(type);
        if (take == null || !take.isRunning()) {
            return procedure.service();
        }
        return new WatchedProcedure(
                procedure, credential.map(Credential::password).orElse(""), take::add);
    }

    @Override
    public synchronized Recording start(Author author, RecordingOrder order) {
        String type = typeName(order.deviceType());
        Take before = takes.get(order.deviceType());
        if (before != null && before.isRunning()) {
            throw refusal(ErrorCategory.CONFLICT, "Devices of " + type + " are being recorded already");
        }
        Path directory = home.resolve(order.directory().isEmpty() ? name(type) : order.directory());
        make(directory);
        tell(author, type, order, directory);
        Take take = new Take(type, directory, order, clock, deviceSecrets);
        takes.put(order.deviceType(), take);
        LOG.info("{} records exchanges of {} in {}", author.name(), type, directory);
        return take.state();
    }

    @Override
    public synchronized Recording stop(Author author, long deviceType) {
        Take take = takes.get(deviceType);
        if (take == null || !take.isRunning()) {
            throw refusal(ErrorCategory.NOT_FOUND, "No devices of " + typeName(deviceType) + " are being recorded");
        }
        take.end();
        LOG.info("{} ends the recording {}", author.name(), take.state().directory());
        return take.state();
    }

    @Override
    public List<Recording> all() {
        return takes.values().stream()
                .map(Take::state)
                .sorted(Comparator.comparing(Recording::deviceType))
                .toList();
    }

    @Deactivate
    void close() {
        takes.values().forEach(Take::end);
    }

    private String typeName(long id) {
        return catalogue
                .snapshot()
                .deviceType(id)
                .orElseThrow(() -> refusal(ErrorCategory.NOT_FOUND, "There is no device type " + id))
                .name();
    }

    /** The values of the device's variables whose names say that they are secret. */
    private static Set<String> secretsOf(Devices devices, String identifier) {
        return devices.find(identifier).stream()
                .flatMap(device -> device.variables().stream())
                .filter(variable ->
                        Secrets.isNamed(variable.name()) && !variable.value().isBlank())
                .map(variable -> variable.value())
                .collect(Collectors.toSet());
    }

    private String name(String type) {
        String moment =
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString().replaceAll("[^0-9TZ]", "");
        return type.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "") + "-" + moment;
    }

    /** What nobody is told of must not be done, nor stand in the way of the next attempt. */
    private void tell(Author author, String type, RecordingOrder order, Path directory) {
        boolean told = false;
        try {
            trail.started(author, type, order, directory);
            told = true;
        } finally {
            if (!told) {
                remove(directory);
            }
        }
    }

    private static void remove(Path directory) {
        try {
            Files.delete(directory);
        } catch (IOException e) {
            LOG.warn("The directory {} of a recording that did not begin stays", directory, e);
        }
    }

    private void make(Path directory) {
        try {
            Files.createDirectories(home, OWNER_ONLY);
            Files.createDirectory(directory, OWNER_ONLY);
        } catch (FileAlreadyExistsException e) {
            throw refusal(ErrorCategory.CONFLICT, "There is a directory " + directory + " already");
        } catch (IOException e) {
            throw new PlatformException(
                    ErrorCategory.INTERNAL, "recording.directory", "The directory cannot be made: " + e, e);
        }
    }

    private static PlatformException refusal(ErrorCategory category, String message) {
        LOG.info("Recording refused: {}", message);
        return new PlatformException(category, "recording.refused", message);
    }
}
