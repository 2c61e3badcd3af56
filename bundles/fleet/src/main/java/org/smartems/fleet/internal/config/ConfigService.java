// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.config;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.fleet.config.ConfigForm;
import org.smartems.fleet.config.ConfigView;
import org.smartems.fleet.config.Configs;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.internal.CopyName;
import org.smartems.fleet.internal.Refusals;
import org.smartems.fleet.internal.Violations;
import org.smartems.fleet.internal.catalogue.Changes;
import org.smartems.fleet.internal.device.WorkFlags;
import org.smartems.fleet.internal.devicetype.StoredDeviceTypes;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.platform.audit.AuditLog;
import org.smartems.platform.audit.Author;
import org.smartems.spi.procedure.Capability;

/** See {@link Configs}. */
@Component(service = Configs.class)
public final class ConfigService implements Configs {

    private static final String USED =
            "select 1 from fleet_template_version where ? in (config1_id, config2_id, config3_id)";

    private final StoredConfigs stored;
    private final StoredDeviceTypes types;
    private final ConfigRules rules;
    private final Generators generators;
    private final Changes changes;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public ConfigService(
            @Reference StoredConfigs stored,
            @Reference StoredDeviceTypes types,
            @Reference ConfigRules rules,
            @Reference Generators generators,
            @Reference Changes changes,
            @Reference AuditLog audit,
            @Reference Transactions transactions) {
        this.stored = stored;
        this.types = types;
        this.rules = rules;
        this.generators = generators;
        this.changes = changes;
        this.audit = audit;
        this.transactions = transactions;
    }

    @Override
    public ConfigView create(Author author, long deviceType, int slot, ConfigForm form) {
        ConfigForm stripped = rules.checked(form);
        return changes.catalogued(() -> {
            DeviceType type = types.available(deviceType);
            Violations violations = new Violations();
            boolean possible = slot >= 1 && slot <= 3 && type.has(Capability.config(slot));
            violations.require(possible, "feature", "config.featureInvalid");
            requireUnique(deviceType, slot, stripped.name(), violations);
            violations.throwIfAny();
            return view(add(author, deviceType, slot, stripped));
        });
    }

    @Override
    public ConfigView edit(Author author, long id, ConfigForm form, boolean reinstall) {
        ConfigForm stripped = rules.checked(form);
        return changes.catalogued(() -> {
            ConfigEntity config = required(id);
            Refusals.denyIf(
                    isUsed(id, " and type = 'production'"), "config.accessDeniedUsedByProductionTemplateVersion");
            if (!config.form().name().equals(stripped.name())) {
                Violations violations = new Violations();
                requireUnique(config.deviceType(), config.slot(), stripped.name(), violations);
                violations.throwIfAny();
            }
            return audit.changed(author, ConfigEntity.AUDITED, id, () -> {
                config.change(stripped, author, clock.instant());
                if (reinstall) {
                    reinstall(config);
                }
                return view(config);
            });
        });
    }

    @Override
    public ConfigView duplicate(Author author, long id) {
        return changes.catalogued(() -> {
            ConfigEntity config = required(id);
            ConfigForm form = config.form();
            String name = CopyName.of(form.name(), taken -> stored.find(config.deviceType(), config.slot(), taken)
                    .isPresent());
            ConfigForm copy = new ConfigForm(name, form.generator(), form.content());
            return view(add(author, config.deviceType(), config.slot(), copy));
        });
    }

    @Override
    public void delete(Author author, long id) {
        changes.catalogued(() -> {
            ConfigEntity config = required(id);
            Refusals.denyIf(isUsed(id, ""), "config.usedByTemplate");
            audit.deleted(author, ConfigEntity.AUDITED, id);
            stored.remove(config);
            return id;
        });
    }

    @Override
    public ConfigView get(long id) {
        return transactions.call(() -> view(required(id)));
    }

    @Override
    public Optional<ConfigView> find(long deviceType, int slot, String name) {
        return transactions.call(() -> stored.find(deviceType, slot, name).map(this::view));
    }

    private ConfigEntity add(Author author, long deviceType, int slot, ConfigForm form) {
        ConfigEntity config = new ConfigEntity(deviceType, slot);
        config.change(form, author, clock.instant());
        stored.add(config);
        audit.created(author, ConfigEntity.AUDITED, config.id());
        return config;
    }

    /** Of all devices whose version of their template has it. */
    private void reinstall(ConfigEntity config) {
        DeviceType type = types.catalogued(config.deviceType()).orElseThrow();
        WorkFlags.set(
                new Jdbc(transactions),
                WorkFlags.useful(type, Set.of(WorkFlag.config(config.slot()))),
                "exists (select 1 from fleet_template_version v where v.id = " + WorkFlags.EFFECTIVE_VERSION
                        + " and v.config" + config.slot() + "_id = ?)",
                config.id());
    }

    private boolean isUsed(long id, String condition) {
        return new Jdbc(transactions)
                .first(USED + condition + " limit 1", row -> true, id)
                .isPresent();
    }

    private void requireUnique(long deviceType, int slot, String name, Violations violations) {
        violations.require(stored.find(deviceType, slot, name).isEmpty(), "name", "config.nameNotUnique");
    }

    private ConfigEntity required(long id) {
        return stored.find(id).orElseThrow(Refusals::notFound);
    }

    private ConfigView view(ConfigEntity config) {
        return new ConfigView(
                config.id(),
                config.uuid(),
                config.deviceType(),
                config.slot(),
                generators.has(config.form().generator()),
                config.form(),
                config.history());
    }
}
