// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.preset;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.PlatformException;
import org.smartems.api.error.ValidationException;
import org.smartems.fleet.devicetype.DeviceTypes;
import org.smartems.fleet.internal.catalogue.Changes;
import org.smartems.fleet.internal.procedure.Procedures;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.platform.audit.Author;
import org.smartems.platform.plugin.Container;
import org.smartems.platform.plugin.Containment;
import org.smartems.platform.plugin.Installed;
import org.smartems.platform.plugin.Limits;
import org.smartems.platform.plugin.PlugIn;
import org.smartems.platform.plugin.PlugInSource;
import org.smartems.spi.devicetype.DeviceTypePreset;
import org.smartems.spi.devicetype.PredefinedDeviceType;

/** Makes the device types that plug-ins bring along, each once in the life of the database. */
@Component(
        service = {Presets.class, PlugInSource.class},
        immediate = true)
public final class Presets implements PlugInSource {

    private static final Logger LOG = LoggerFactory.getLogger(Presets.class);
    private static final Author AUTHOR = Author.system("preset");
    /** Within this time the other services of a bundle are there as well: the procedure of its device type. */
    private static final int SOON_MILLIS = 100;

    private final DeviceTypes types;
    private final Procedures procedures;
    private final Changes changes;
    private final Jdbc jdbc;
    private final Containment containment = new Containment(Limits.standard());
    private final Installed<DeviceTypePreset, List<PredefinedDeviceType>> presets =
            new Installed<>("preset", containment, Presets::about);
    /** Keys that need no further attempt by this process. */
    private final Set<String> done = ConcurrentHashMap.newKeySet();

    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "smartems-fleet-presets"));

    @Activate
    public Presets(
            @Reference DeviceTypes types,
            @Reference Procedures procedures,
            @Reference Changes changes,
            @Reference Transactions transactions) {
        this.types = types;
        this.procedures = procedures;
        this.changes = changes;
        this.jdbc = new Jdbc(transactions);
        worker.scheduleWithFixedDelay(this::installAll, 0, 1, TimeUnit.SECONDS);
    }

    /** Called when one appears. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addPreset(DeviceTypePreset preset) {
        presets.add(preset);
        try {
            worker.schedule(this::installAll, SOON_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException ignored) {
            // stopped meanwhile
        }
    }

    /** Called when one goes away. */
    public void removePreset(DeviceTypePreset preset) {
        presets.remove(preset);
    }

    /** Leaves what is not made yet to the next start. */
    @Deactivate
    public void stop() {
        worker.shutdownNow();
        containment.close();
    }

    @Override
    public List<PlugIn> plugIns() {
        return presets.plugIns();
    }

    /** What could not be made before is tried again. */
    @Override
    public boolean restart(String id) {
        if (!presets.restart(id)) {
            return false;
        }
        presets.all()
                .filter(entry -> entry.container().id().equals(id))
                .flatMap(entry -> entry.description().stream())
                .forEach(type -> done.remove(type.key()));
        return true;
    }

    /** It has no id of its own: that of the first device type stands for it. */
    private static Installed.About<List<PredefinedDeviceType>> about(DeviceTypePreset preset) {
        List<PredefinedDeviceType> types = List.copyOf(preset.deviceTypes());
        if (types.stream().anyMatch(type -> type.key() == null)) {
            throw new IllegalStateException("one of its device types has no key");
        }
        String id = types.stream()
                .findFirst()
                .map(PredefinedDeviceType::key)
                .orElse(preset.getClass().getName());
        String names = types.stream().map(PredefinedDeviceType::name).collect(Collectors.joining(", "));
        return new Installed.About<>(id, names, types);
    }

    private void installAll() {
        try {
            presets.all().forEach(entry -> entry.description().stream()
                    .filter(type -> !done.contains(type.key()))
                    .forEach(type -> install(type, entry.container())));
        } catch (RuntimeException e) {
            LOG.error("Predefined device types are tried again", e);
        }
    }

    /** What one plug-in has got wrong is no matter of the others. */
    private void install(PredefinedDeviceType preset, Container container) {
        try {
            if (procedures.find(preset.procedure()).isEmpty()) {
                return;
            }
            if (changes.catalogued(() -> installOnce(preset))) {
                LOG.info("Made the device type {}", preset.name());
            }
            done.add(preset.key());
        } catch (ValidationException e) {
            giveUp(preset, container, e.errors().stream().map(Presets::text).collect(Collectors.joining(", ")));
        } catch (PlatformException | Transactions.RolledBack e) {
            LOG.debug("The predefined device type {} is tried again", preset.name(), e);
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("The predefined device type {} has failed", preset.name(), e);
            giveUp(preset, container, e.toString());
        }
    }

    private void giveUp(PredefinedDeviceType preset, Container container, String reason) {
        LOG.warn("The predefined device type {} is not made before the next start: {}", preset.name(), reason);
        container.fail(preset.name() + ": " + reason);
        done.add(preset.key());
    }

    /** Whoever commits the key first makes the type; on another node the insert waits for that. */
    private boolean installOnce(PredefinedDeviceType preset) {
        int added = jdbc.update(
                "insert into fleet_preset_installed (key, installed_at) values (?, ?) on conflict do nothing",
                preset.key(),
                Clock.systemUTC().instant());
        if (added == 0) {
            return false;
        }
        types.create(AUTHOR, PresetForm.of(preset, types.defaults(preset.procedure())));
        return true;
    }

    private static String text(FieldError error) {
        return error.path() + " " + error.message();
    }
}
