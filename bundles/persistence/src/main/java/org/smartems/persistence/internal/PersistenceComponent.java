// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.util.tracker.BundleTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.persistence.Transactions;
import org.smartems.persistence.encryption.Encryption;
import org.smartems.persistence.encryption.EncryptionKeys;
import org.smartems.persistence.internal.database.CurrentDatabase;
import org.smartems.persistence.internal.database.DatabaseSettings;
import org.smartems.persistence.internal.database.InvalidSettings;
import org.smartems.persistence.internal.encryption.MasterKeyGuard;
import org.smartems.persistence.internal.schema.SchemaTracker;
import org.smartems.persistence.internal.schema.Schemas;
import org.smartems.persistence.internal.transaction.TransactionsService;
import org.smartems.spi.health.HealthCheck;
import org.smartems.spi.metrics.MetricSource;

/** Ties persistence to the framework: configuration, bundles with a schema, and the services. */
@Component(
        service = {},
        configurationPid = {DatabaseSettings.PID, "org.smartems.encryption"},
        configurationPolicy = ConfigurationPolicy.OPTIONAL)
public final class PersistenceComponent {

    private static final Logger LOG = LoggerFactory.getLogger(PersistenceComponent.class);

    private final BundleContext context;
    private final Map<String, Object> configuration;
    private final CurrentDatabase database = new CurrentDatabase(CurrentDatabase.LEAST_VERSION);
    private final TransactionsService transactions = new TransactionsService(database);
    private final Schemas schemas;
    private final MasterKeyGuard guard;
    private final PersistenceRuntime runtime;
    private final BundleTracker<?> tracker;
    private final Optional<DatabaseSettings> external;
    private final boolean usable;
    private final List<Runnable> registrations = new ArrayList<>();
    private DataSource embedded; // guarded by this

    /** Connects to nothing yet. */
    @Activate
    public PersistenceComponent(BundleContext context, Map<String, Object> configuration) {
        this.context = context;
        this.configuration = Map.copyOf(configuration);
        this.schemas = new Schemas(database::unlimited, this::publish, System::nanoTime);
        this.guard = new MasterKeyGuard(masterKeyFile(), database::direct, this::publish, System::nanoTime);
        this.runtime = new PersistenceRuntime(database, guard, schemas);
        int started = Bundle.STARTING | Bundle.ACTIVE;
        this.tracker = new BundleTracker<>(context, started, new SchemaTracker(schemas));
        Optional<DatabaseSettings> found = Optional.empty();
        boolean valid = true;
        try {
            found = DatabaseSettings.external(configuration);
        } catch (InvalidSettings e) {
            valid = false;
            refuse(e);
        }
        this.external = found;
        this.usable = valid;
    }

    @Activate
    void start() {
        registrations.add(register(HealthCheck.class, database::health, HealthCheck.NAME, "database"));
        registrations.add(register(HealthCheck.class, schemas::health, HealthCheck.NAME, "schema"));
        registrations.add(register(HealthCheck.class, guard::health, HealthCheck.NAME, "encryption"));
        registrations.add(
                register(MetricSource.class, database::measure, Constants.SERVICE_DESCRIPTION, "connection pools"));
        registrations.add(register(Transactions.class, transactions, Constants.SERVICE_DESCRIPTION, "transactions"));
        external.ifPresent(runtime::use);
        tracker.open();
        runtime.start();
    }

    @Deactivate
    void stop() {
        tracker.close();
        runtime.close();
        registrations.forEach(Runnable::run);
    }

    /** The server that another bundle runs is there; only used when the configuration names no database. */
    @Reference(
            target = "(smartems.database=embedded)",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    synchronized void bindEmbedded(DataSource server) {
        embedded = server;
        if (!usable || external.isPresent()) {
            return;
        }
        try {
            runtime.use(DatabaseSettings.embedded(configuration, server));
        } catch (InvalidSettings e) {
            refuse(e);
        }
    }

    synchronized void unbindEmbedded(DataSource server) {
        if (embedded == server) {
            embedded = null;
            if (usable && external.isEmpty()) {
                runtime.useNone();
            }
        }
    }

    private void refuse(InvalidSettings e) {
        LOG.error("the database is not used: {}", e.getMessage(), e.getCause());
        database.none(e.getMessage());
    }

    private Path masterKeyFile() {
        Object configured = configuration.get("masterKeyFile");
        return configured == null || configured.toString().isBlank()
                ? Path.of(System.getProperty("karaf.etc", "etc"), "master.key")
                : Path.of(configured.toString().strip());
    }

    private Runnable publish(String schema) {
        return register(DataSource.class, transactions.dataSource(), "schema", schema);
    }

    private Runnable publish(Encryption encryption) {
        Runnable service = register(Encryption.class, encryption, Constants.SERVICE_DESCRIPTION, "encryption at rest");
        Runnable keys = register(
                EncryptionKeys.class, guard.keys(transactions), Constants.SERVICE_DESCRIPTION, "keys of encryption");
        return () -> {
            keys.run();
            service.run();
        };
    }

    /** Registered by this bundle and not by the owner of a schema: that one's context may be gone during an update. */
    private <S> Runnable register(Class<S> type, S service, String property, String value) {
        ServiceRegistration<S> registration =
                context.registerService(type, service, new Hashtable<>(Map.of(property, value)));
        return () -> {
            try {
                registration.unregister();
            } catch (IllegalStateException ignored) {
                // the framework has done so, because this bundle stops
            }
        };
    }
}
