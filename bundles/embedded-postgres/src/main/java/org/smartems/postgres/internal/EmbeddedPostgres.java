// SPDX-License-Identifier: Apache-2.0
package org.smartems.postgres.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.spi.health.Health;
import org.smartems.spi.health.HealthCheck;

/** Runs a server where no external database is configured, and offers its database as a service. */
@Component(
        service = {},
        immediate = true,
        configurationPid = {EmbeddedPostgres.DATABASE_PID, EmbeddedPostgres.PID})
public final class EmbeddedPostgres {

    static final String PID = "org.smartems.postgres";
    static final String DATABASE_PID = "org.smartems.database";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final BundleContext context;
    private final PostgresServer server;
    private final ServiceRegistration<HealthCheck> health;
    private final AtomicReference<ServiceRegistration<DataSource>> database = new AtomicReference<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    /** The settings of both configurations. */
    @ObjectClassDefinition(
            pid = EmbeddedPostgres.PID,
            name = "Smart EMS embedded PostgreSQL",
            description = "The database server that runs when no external database is configured")
    public @interface Config {

        @AttributeDefinition(name = "External database", description = "When set, no server is embedded")
        String url() default "";

        @AttributeDefinition(name = "Port", description = "On the loopback address only")
        int port() default 15432;

        @AttributeDefinition(
                name = "Directory",
                description = "Of programs and data; default: postgres in Karaf's data")
        String directory() default "";

        @AttributeDefinition(name = "User", description = "Whom to run as when started by root; default: a choice")
        String runAs() default "";

        @AttributeDefinition(name = "Connections", description = "How many are taken at once")
        int maxConnections() default 60;
    }

    @Activate
    public EmbeddedPostgres(BundleContext context, Config config) {
        this.context = context;
        if (!config.url().isBlank()) {
            LOG.info("an external database is configured, none is embedded");
            server = null;
            health = null;
            return;
        }
        server = new PostgresServer(settings(config), this::offer);
        health = context.registerService(
                HealthCheck.class, this::health, properties(Map.of(HealthCheck.NAME, "postgres")));
        server.start();
    }

    private static Settings settings(Config config) {
        Path directory = config.directory().isBlank()
                ? Path.of(System.getProperty("karaf.data", "data"), "postgres")
                : Path.of(config.directory().trim());
        return new Settings(
                directory.toAbsolutePath(),
                config.port(),
                config.maxConnections(),
                config.runAs().trim(),
                new PackedBinaries());
    }

    private Health health() {
        Status status = server.status();
        return status.isUp() ? Health.up() : Health.down(status.reason());
    }

    /** Holds no lock while listeners run: one of them may be waiting for this component to stop. */
    private void offer() {
        ServiceRegistration<DataSource> registration;
        try {
            registration = context.registerService(
                    DataSource.class, server.dataSource(), properties(Map.of("smartems.database", "embedded")));
        } catch (IOException e) {
            LOG.error("The password of the database cannot be read", e);
            return;
        } catch (IllegalStateException e) {
            LOG.debug("stopped before the database was offered", e);
            return;
        }
        database.set(registration);
        if (closed.get()) {
            withdraw();
        }
    }

    private void withdraw() {
        ServiceRegistration<DataSource> registration = database.getAndSet(null);
        if (registration != null) {
            registration.unregister();
        }
    }

    @Deactivate
    public void stop() {
        closed.set(true);
        withdraw();
        if (server != null) {
            server.stop();
            health.unregister();
        }
    }

    private static Dictionary<String, Object> properties(Map<String, Object> properties) {
        return new Hashtable<>(properties);
    }
}
