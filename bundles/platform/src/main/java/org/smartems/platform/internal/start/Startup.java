// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.start;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.platform.internal.user.FirstAdministrator;
import org.smartems.spi.health.Health;
import org.smartems.spi.health.HealthCheck;

/** What must be done once before anybody can log in; off the activating thread, and again until it succeeds. */
@Component(service = HealthCheck.class, immediate = true, property = HealthCheck.NAME + "=platform")
public final class Startup implements HealthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

    private final FirstAdministrator firstAdministrator;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "smartems-platform-startup"));
    private volatile Health health = Health.down("preparing the first start");
    private String lastProblem = "";

    @Activate
    public Startup(@Reference FirstAdministrator firstAdministrator) {
        this.firstAdministrator = firstAdministrator;
        worker.execute(this::prepare);
    }

    @Deactivate
    void stop() {
        worker.shutdownNow();
    }

    private void prepare() {
        try {
            firstAdministrator.ensure();
            health = Health.up();
            worker.shutdown();
        } catch (Exception e) {
            if (!e.toString().equals(lastProblem)) {
                LOG.error("The first administrator could not be made; trying again", e);
                lastProblem = e.toString();
            }
            health = Health.down("the first administrator could not be made, see the log");
            worker.schedule(this::prepare, 2, TimeUnit.SECONDS);
        }
    }

    @Override
    public Health check() {
        return health;
    }
}
