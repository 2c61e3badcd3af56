// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.persistence.DatabaseUnavailable;
import org.smartems.platform.configuration.Configurations;
import org.smartems.resource.Field;
import org.smartems.resource.Permission;
import org.smartems.resource.Resources;
import org.smartems.resource.Result;
import org.smartems.resource.Route;

/**
 * Looks at the disk of the files, on each node: an alarm in the log when less of it is free than configured, and the
 * same for administrators over the REST API. It makes no node unready, since that would take all of them away at once.
 */
@Component(service = Resources.class, immediate = true)
public final class DiskAlarm implements Resources {

    private static final Logger LOG = LoggerFactory.getLogger(DiskAlarm.class);
    private static final int PERIOD_SECONDS = 60;

    private final Disk disk;
    private final Configurations configurations;
    private final ScheduledExecutorService watch;
    private boolean raised;

    /** A disk at one moment. */
    interface Disk {
        Space space() throws IOException;
    }

    /**
     * How much there is.
     *
     * @param total in bytes
     * @param free in bytes
     */
    record Space(long total, long free) {

        boolean isBelow(int percent) {
            return free * 100.0 < (double) total * percent;
        }
    }

    /** Looks at once, and every minute from then on. */
    @Activate
    public DiskAlarm(@Reference FileDirectory directory, @Reference Configurations configurations) {
        this(
                () -> {
                    FileStore store = Files.getFileStore(directory.path());
                    return new Space(store.getTotalSpace(), store.getUsableSpace());
                },
                configurations);
        watch.scheduleWithFixedDelay(this::look, 0, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    DiskAlarm(Disk disk, Configurations configurations) {
        this.disk = disk;
        this.configurations = configurations;
        this.watch = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "smartems-disk");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Deactivate
    void stop() {
        watch.shutdownNow();
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("status/disk")
                .access(Permission.ADMIN)
                .answers(
                        Route.Answer.OBJECT,
                        Field.bool("alert", null),
                        Field.number("usage", null),
                        Field.number("total", null))
                .summary("How full the disk of the files is, in bytes, and whether that is an alarm")
                .handle(call -> Result.json(state())));
    }

    private ObjectNode state() {
        try {
            Space space = disk.space();
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("alert", isAlarm(space))
                    .put("usage", space.total() - space.free())
                    .put("total", space.total());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private boolean isAlarm(Space space) {
        return space.isBelow(configurations.general().diskUsageAlarm());
    }

    /** Tells when the alarm begins and when it ends, not in between. */
    synchronized void look() {
        try {
            Space space = disk.space();
            boolean alarm = isAlarm(space);
            if (alarm && !raised) {
                LOG.error("Little room is left for files: {} of {} bytes", space.free(), space.total());
            } else if (!alarm && raised) {
                LOG.info("There is room for files again: {} of {} bytes", space.free(), space.total());
            }
            raised = alarm;
        } catch (DatabaseUnavailable e) {
            LOG.debug("The limit of the alarm is not known now", e);
        } catch (IOException | RuntimeException e) {
            LOG.warn("The disk of the files cannot be looked at", e);
        }
    }

    synchronized boolean isRaised() {
        return raised;
    }
}
