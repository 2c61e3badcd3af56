// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.configuration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.platform.audit.AuditLog;
import org.smartems.platform.audit.Author;
import org.smartems.platform.configuration.ConfigurationAdministration;
import org.smartems.platform.configuration.ConfigurationGuard;
import org.smartems.platform.configuration.ConfiguredLog;
import org.smartems.platform.configuration.GeneralConfiguration;
import org.smartems.platform.configuration.GeneralForm;
import org.smartems.platform.configuration.HiddenDocumentation;
import org.smartems.platform.internal.Violations;

/** See {@link ConfigurationAdministration}. */
@Component(service = ConfigurationAdministration.class)
public final class ConfigurationAdministrationService implements ConfigurationAdministration {

    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationAdministrationService.class);

    private final Transactions transactions;
    private final Jdbc jdbc;
    private final AuditLog auditLog;
    private final ConfigurationService configurations;
    private final List<ConfigurationGuard> guards = new CopyOnWriteArrayList<>();

    @Activate
    public ConfigurationAdministrationService(
            @Reference Transactions transactions,
            @Reference AuditLog auditLog,
            @Reference ConfigurationService configurations) {
        this.transactions = transactions;
        this.jdbc = new Jdbc(transactions);
        this.auditLog = auditLog;
        this.configurations = configurations;
    }

    /** A domain that depends on the configuration comes. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(ConfigurationGuard guard) {
        guards.add(guard);
    }

    /** A domain that depends on the configuration goes. */
    public void remove(ConfigurationGuard guard) {
        guards.remove(guard);
    }

    @Override
    public void editGeneral(Author author, GeneralForm form) {
        Violations violations = new Violations();
        GeneralRules.check(form, violations);
        violations.throwIfAny();
        change(author, GeneralColumns.of(form), () -> requireUnopposed(form));
    }

    @Override
    public void editLogs(Author author, Map<String, Integer> limits) {
        Violations violations = new Violations();
        Map<String, Object> columns = new LinkedHashMap<>();
        for (ConfiguredLog log : ConfiguredLog.values()) {
            for (String setting : List.of(log.duration(), log.size())) {
                violations.atLeast(setting, limits.get(setting), 0);
                columns.put(ConfiguredLog.column(setting), limits.get(setting));
            }
        }
        violations.throwIfAny();
        change(author, columns, () -> {});
    }

    @Override
    public void editDocumentation(Author author, HiddenDocumentation hidden) {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("disable_admin_rest_api_documentation", hidden.admin());
        columns.put("disable_smartems_rest_api_documentation", hidden.smartems());
        columns.put("disable_vpn_security_suite_rest_api_documentation", hidden.vpnSecuritySuite());
        change(author, columns, () -> {});
    }

    @Override
    public void setMaintenanceMode(Author author, boolean on) {
        change(author, Map.of("maintenance_mode", on), () -> {});
    }

    private void requireUnopposed(GeneralForm form) {
        GeneralConfiguration present = configurations.stored();
        Violations violations = new Violations();
        guards.forEach(guard -> violations.addAll(guard.refusals(present, form)));
        violations.throwIfAny();
    }

    private void change(Author author, Map<String, Object> columns, Runnable check) {
        try {
            transactions.run(() -> {
                jdbc.first("select id from platform_configuration for update", row -> true);
                check.run();
                auditLog.changed(author, ConfigurationService.AUDITED, ConfigurationEntity.ID, () -> update(columns));
                configurations.changing();
            });
        } finally {
            // also when nobody knows whether it was committed
            configurations.changing();
        }
        LOG.info("Configuration changed by {}: {}", author.name(), columns.keySet());
    }

    private int update(Map<String, Object> columns) {
        String assignments =
                columns.keySet().stream().map(column -> column + " = ?").collect(Collectors.joining(", "));
        List<Object> values = new ArrayList<>(columns.values());
        return jdbc.update(
                "update platform_configuration set " + assignments + ", version = version + 1", values.toArray());
    }
}
