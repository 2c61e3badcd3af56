// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.preset;

import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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
import org.smartems.spi.devicetype.DeviceTypePreset;
import org.smartems.spi.devicetype.PredefinedDeviceType;

/** Makes the device types that plug-ins bring along, each once in the life of the database. */
@Component(service = Presets.class, immediate = true)
public final class Presets {

    private static final Logger LOG = LoggerFactory.getLogger(Presets.class);
    private static final Author AUTHOR = Author.system("preset");

    private final DeviceTypes types;
    private final Procedures procedures;
    private final Changes changes;
    private final Jdbc jdbc;
    private final Set<DeviceTypePreset> presets = ConcurrentHashMap.newKeySet();
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
    }

    /** Called when one goes away. */
    public void removePreset(DeviceTypePreset preset) {
        presets.remove(preset);
    }

    /** Leaves what is not made yet to the next start. */
    @Deactivate
    public void stop() {
        worker.shutdownNow();
    }

    private void installAll() {
        for (DeviceTypePreset preset : presets) {
            try {
                preset.deviceTypes().stream()
                        .filter(type -> !done.contains(type.key()))
                        .filter(type -> procedures.find(type.procedure()).isPresent())
                        .forEach(this::install);
            } catch (RuntimeException | LinkageError e) {
                LOG.error("{} is not used", preset.getClass().getName(), e);
                presets.remove(preset);
            }
        }
    }

    private void install(PredefinedDeviceType preset) {
        try {
            if (changes.catalogued(() -> installOnce(preset))) {
                LOG.info("Made the device type {}", preset.name());
            }
            done.add(preset.key());
        } catch (ValidationException e) {
            LOG.warn(
                    "The predefined device type {} is not made before the next start: {}",
                    preset.name(),
                    e.errors().stream().map(Presets::text).toList());
            done.add(preset.key());
        } catch (PlatformException | Transactions.RolledBack e) {
            LOG.debug("The predefined device type {} is tried again", preset.name(), e);
        }
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
