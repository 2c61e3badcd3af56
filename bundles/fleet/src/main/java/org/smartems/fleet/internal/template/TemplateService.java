// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.template;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.Scope;
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.internal.CopyName;
import org.smartems.fleet.internal.Refusals;
import org.smartems.fleet.internal.Violations;
import org.smartems.fleet.internal.access.Tags;
import org.smartems.fleet.internal.catalogue.Changes;
import org.smartems.fleet.internal.device.DeviceAudit;
import org.smartems.fleet.internal.device.WorkFlags;
import org.smartems.fleet.internal.devicetype.StoredDeviceTypes;
import org.smartems.fleet.template.TemplateView;
import org.smartems.fleet.template.Templates;
import org.smartems.fleet.template.Templates.VersionChange;
import org.smartems.fleet.template.VersionForm;
import org.smartems.fleet.template.VersionView;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.platform.audit.AuditLog;
import org.smartems.platform.audit.Author;
import org.smartems.spi.procedure.Capability;

/** See {@link Templates}. */
@Component(service = Templates.class)
public final class TemplateService implements Templates {

    private final StoredTemplates stored;
    private final StoredDeviceTypes types;
    private final Tags tags;
    private final AuditLog audit;
    private final Changes changes;
    private final Transactions transactions;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public TemplateService(
            @Reference StoredTemplates stored,
            @Reference StoredDeviceTypes types,
            @Reference Tags tags,
            @Reference AuditLog audit,
            @Reference Changes changes,
            @Reference Transactions transactions) {
        this.stored = stored;
        this.types = types;
        this.tags = tags;
        this.audit = audit;
        this.changes = changes;
        this.transactions = transactions;
    }

    @Override
    public TemplateView create(Author author, long deviceType, String name) {
        return changes.catalogued(() -> {
            DeviceType type = types.available(deviceType);
            Violations violations = new Violations();
            violations.required("name", name);
            violations.require(
                    type.has(Capability.TEMPLATES), "deviceType", "template.deviceTypeTemplatesNotSupported");
            violations.throwIfAny();
            TemplateEntity template = new TemplateEntity(deviceType, name.strip(), author, now());
            stored.add(template);
            audit.created(author, TemplateAudit.TEMPLATE, template.id());
            return template.view();
        });
    }

    @Override
    public TemplateView edit(Author author, long id, String name) {
        return changes.catalogued(() -> {
            TemplateEntity template = required(id);
            Violations violations = new Violations();
            violations.required("name", name);
            violations.throwIfAny();
            return audit.changed(author, TemplateAudit.TEMPLATE, id, () -> {
                template.rename(name.strip(), author, now());
                return template.view();
            });
        });
    }

    @Override
    public void delete(Author author, long id) {
        changes.catalogued(() -> {
            TemplateEntity template = required(id);
            boolean used = new Jdbc(transactions)
                    .first("select 1 from fleet_device where template_id = ? limit 1", row -> true, id)
                    .isPresent();
            Refusals.denyIf(used, "template.usedByDevice");
            stored.versions(id).forEach(version -> audit.deleted(author, TemplateAudit.VERSION, version.id()));
            audit.deleted(author, TemplateAudit.TEMPLATE, id);
            stored.remove(template);
            return id;
        });
    }

    @Override
    public TemplateView get(long id) {
        return transactions.call(() -> required(id).view());
    }

    @Override
    public List<TemplateView> find(long deviceType, String name) {
        return transactions.call(() ->
                stored.find(deviceType, name).stream().map(TemplateEntity::view).toList());
    }

    @Override
    public VersionView createStaging(Author author, Scope scope, long template, VersionForm form) {
        return changes.catalogued(() -> {
            VersionRules rules = rules(required(template));
            VersionForm checked = rules.checked(scope, Set.of(), new VersionChange(form, Set.of()));
            return add(author, template, checked).view();
        });
    }

    @Override
    public VersionView editVersion(Author author, Scope scope, long id, VersionChange change) {
        return changes.catalogued(() -> {
            TemplateVersionEntity version = requiredVersion(id);
            TemplateEntity template = required(version.template());
            Refusals.denyIf(version.isProduction(), "templateVersion.productionEditDisabled");
            Set<Long> accessTags = version.form().accessTags();
            VersionForm checked = rules(template).checked(scope, accessTags, change);
            return audit.changed(author, TemplateAudit.VERSION, id, () -> {
                version.change(checked, author, now());
                reinstall(author, template, id, change.reinstall());
                return version.view();
            });
        });
    }

    @Override
    public VersionView duplicateVersion(Author author, long id) {
        return changes.catalogued(() -> {
            TemplateVersionEntity version = requiredVersion(id);
            VersionForm form = version.form();
            Set<String> names = stored.versions(version.template()).stream()
                    .map(other -> other.form().name())
                    .collect(Collectors.toSet());
            VersionForm copy = new VersionForm(
                    CopyName.of(form.name(), names::contains),
                    form.description(),
                    form.deviceDescription(),
                    form.configs(),
                    form.firmware(),
                    form.variables(),
                    form.accessTags(),
                    form.deviceLabels());
            return add(author, version.template(), copy).view();
        });
    }

    @Override
    public VersionView selectStaging(Author author, long id, Set<WorkFlag> reinstall) {
        return changes.catalogued(() -> {
            TemplateVersionEntity version = requiredVersion(id);
            TemplateEntity template = required(version.template());
            Refusals.denyIf(template.isStaging(id), "templateVersion.alreadySelectedStaging");
            Refusals.denyIf(version.isProduction(), "templateVersion.selectStagingNotTypeStaging");
            rules(template).checkFlags(reinstall);
            return changed(author, template, version, () -> {
                template.selectStaging(id, author, now());
                reinstall(author, template, id, reinstall);
            });
        });
    }

    @Override
    public VersionView selectProduction(Author author, long id, Set<WorkFlag> reinstall) {
        return changes.catalogued(() -> {
            TemplateVersionEntity version = requiredVersion(id);
            TemplateEntity template = required(version.template());
            Refusals.denyIf(template.isProduction(id), "templateVersion.alreadySelectedProduction");
            boolean possible = version.isProduction() || template.isStaging(id);
            Refusals.denyIf(!possible, "templateVersion.notSelectedStagingAndNotTypeProduction");
            rules(template).checkFlags(reinstall);
            return changed(author, template, version, () -> {
                if (template.isStaging(id)) {
                    template.selectStaging(null, author, now());
                    version.becomeProduction(author, now());
                }
                template.selectProduction(id, author, now());
                reinstall(author, template, id, reinstall);
            });
        });
    }

    @Override
    public VersionView detachStaging(Author author, long id) {
        return changes.catalogued(() -> {
            TemplateVersionEntity version = requiredVersion(id);
            TemplateEntity template = required(version.template());
            Refusals.denyIf(!template.isStaging(id), "templateVersion.notSelectedStaging");
            return changed(author, template, version, () -> template.selectStaging(null, author, now()));
        });
    }

    @Override
    public VersionView detachProduction(Author author, long id) {
        return changes.catalogued(() -> {
            TemplateVersionEntity version = requiredVersion(id);
            TemplateEntity template = required(version.template());
            Refusals.denyIf(!template.isProduction(id), "templateVersion.notSelectedProduction");
            return changed(author, template, version, () -> template.selectProduction(null, author, now()));
        });
    }

    @Override
    public void deleteVersion(Author author, long id) {
        changes.catalogued(() -> {
            TemplateVersionEntity version = requiredVersion(id);
            TemplateEntity template = required(version.template());
            Refusals.denyIf(template.isProduction(id), "templateVersion.selectedProduction");
            Refusals.denyIf(template.isStaging(id), "templateVersion.selectedStaging");
            audit.deleted(author, TemplateAudit.VERSION, id);
            stored.remove(version);
            return id;
        });
    }

    @Override
    public VersionView version(long id) {
        return transactions.call(() -> requiredVersion(id).view());
    }

    @Override
    public List<VersionView> versions(long template) {
        return transactions.call(() -> stored.versions(required(template).id()).stream()
                .map(TemplateVersionEntity::view)
                .toList());
    }

    private TemplateVersionEntity add(Author author, long template, VersionForm form) {
        TemplateVersionEntity version = new TemplateVersionEntity(template);
        version.change(form, author, now());
        stored.add(version);
        audit.created(author, TemplateAudit.VERSION, version.id());
        return version;
    }

    /** Whatever of both it changes. */
    private VersionView changed(
            Author author, TemplateEntity template, TemplateVersionEntity version, Runnable change) {
        return audit.changed(
                author,
                TemplateAudit.TEMPLATE,
                template.id(),
                () -> audit.changed(author, TemplateAudit.VERSION, version.id(), () -> {
                    change.run();
                    return version.view();
                }));
    }

    /** On the devices that use the version now: none while it is not selected. */
    private void reinstall(Author author, TemplateEntity template, long version, Set<WorkFlag> flags) {
        Set<WorkFlag> useful = WorkFlags.useful(type(template), flags);
        boolean staging = template.isStaging(version);
        if (useful.isEmpty() || !staging && !template.isProduction(version)) {
            return;
        }
        String role = staging ? " and d.staging" : template.hasStaging() ? " and not d.staging" : "";
        String devices = "d.template_id = ?" + role;
        Jdbc jdbc = new Jdbc(transactions);
        String select = "select d.id from fleet_device d where " + devices + " order by d.id";
        List<Long> ids = jdbc.list(select, row -> row.getLong(1), template.id());
        DeviceAudit.flagged(audit, author, ids, () -> {
            WorkFlags.set(jdbc, useful, devices, template.id());
            return ids;
        });
    }

    private VersionRules rules(TemplateEntity template) {
        return new VersionRules(type(template), new Jdbc(transactions), tags);
    }

    private DeviceType type(TemplateEntity template) {
        return types.catalogued(template.deviceType()).orElseThrow();
    }

    private TemplateEntity required(long id) {
        return stored.find(id).orElseThrow(Refusals::notFound);
    }

    private TemplateVersionEntity requiredVersion(long id) {
        return stored.findVersion(id).orElseThrow(Refusals::notFound);
    }

    private Instant now() {
        return clock.instant();
    }
}
