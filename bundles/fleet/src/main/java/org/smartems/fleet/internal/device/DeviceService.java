// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.device;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.fleet.Scope;
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.fleet.device.Applied;
import org.smartems.fleet.device.DeviceBatches.Selection;
import org.smartems.fleet.device.DeviceFilter;
import org.smartems.fleet.device.DeviceForm;
import org.smartems.fleet.device.DeviceResult.Status;
import org.smartems.fleet.device.DeviceView;
import org.smartems.fleet.device.Devices;
import org.smartems.fleet.device.TemplateApplication;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.internal.Refusals;
import org.smartems.fleet.internal.Violations;
import org.smartems.fleet.internal.catalogue.Changes;
import org.smartems.fleet.internal.device.DeviceRules.Subject;
import org.smartems.fleet.internal.devicetype.StoredDeviceTypes;
import org.smartems.fleet.internal.procedure.Procedures;
import org.smartems.fleet.internal.variable.PredefinedVariables;
import org.smartems.persistence.Transactions;
import org.smartems.platform.audit.AuditLog;
import org.smartems.platform.audit.Author;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.FieldRequirement;
import org.smartems.spi.procedure.ProcedureDescription;

/** See {@link Devices}. */
@Component(service = Devices.class)
public final class DeviceService implements Devices {

    private static final String ONE = "d.id = ?";

    private final StoredDevices stored;
    private final StoredDeviceTypes types;
    private final DeviceRules rules;
    private final TemplateApplying applying;
    private final Procedures procedures;
    private final Identification identification;
    private final DeviceDrafts drafts;
    private final ConfigPreview preview;
    private final AuditLog audit;
    private final Changes changes;
    private final Transactions transactions;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public DeviceService(
            @Reference StoredDevices stored,
            @Reference StoredDeviceTypes types,
            @Reference DeviceRules rules,
            @Reference TemplateApplying applying,
            @Reference Procedures procedures,
            @Reference Identification identification,
            @Reference DeviceDrafts drafts,
            @Reference ConfigPreview preview,
            @Reference AuditLog audit,
            @Reference Changes changes,
            @Reference Transactions transactions) {
        this.stored = stored;
        this.types = types;
        this.rules = rules;
        this.applying = applying;
        this.procedures = procedures;
        this.identification = identification;
        this.drafts = drafts;
        this.preview = preview;
        this.audit = audit;
        this.changes = changes;
        this.transactions = transactions;
    }

    @Override
    public DeviceView create(Author author, Scope scope, long deviceType, DeviceForm form) {
        return changes.run(() -> {
            DeviceType type = types.available(deviceType);
            DeviceField field = identifier(type);
            DeviceForm checked = rules.checked(new Subject(0, type, field, Set.of()), scope, form);
            DeviceEntity device = new DeviceEntity(deviceType);
            device.change(checked, author, now());
            device.identify(checked.facts().getOrDefault(field, ""));
            stored.add(device);
            stored.replaceFacts(device.id(), checked.facts());
            takeFromOthers(device, field, checked.facts());
            WorkFlags.set(stored.jdbc(), checked.flags(), ONE, device.id());
            audit.created(author, DeviceAudit.DEVICE, device.id());
            return view(device);
        });
    }

    @Override
    public DeviceView edit(Author author, Scope scope, long id, DeviceForm form) {
        return changes.run(() -> {
            DeviceEntity device = required(id);
            DeviceType type = type(device);
            DeviceField field = identifier(type);
            DeviceForm checked = rules.checked(new Subject(id, type, field, device.accessTags()), scope, form);
            return audit.changed(author, DeviceAudit.DEVICE, id, () -> {
                change(author, device, field, checked);
                return view(device);
            });
        });
    }

    private void change(Author author, DeviceEntity device, DeviceField identifier, DeviceForm checked) {
        long id = device.id();
        if (device.isEnabled() && !checked.enabled()) {
            stored.releaseCredential(id);
        }
        device.change(checked, author, now());
        device.identify(checked.facts().getOrDefault(identifier, ""));
        stored.replaceFacts(id, checked.facts());
        takeFromOthers(device, identifier, checked.facts());
        WorkFlags.set(stored.jdbc(), checked.flags(), ONE, id);
        Set<WorkFlag> others = EnumSet.allOf(WorkFlag.class);
        others.removeAll(checked.flags());
        WorkFlags.clear(stored.jdbc(), others, ONE, id);
    }

    /** What only one device has is taken from the others, as by a contact: who reports it next takes it back. */
    private void takeFromOthers(DeviceEntity device, DeviceField identifier, Map<DeviceField, String> facts) {
        Set<DeviceField> exclusive = procedures
                .find(type(device).procedure())
                .map(ProcedureDescription::exclusive)
                .orElse(Set.of());
        exclusive.stream()
                .filter(field ->
                        field != identifier && !facts.getOrDefault(field, "").isEmpty())
                .sorted()
                .forEach(field -> stored.takeFact(device, field, facts.get(field)));
    }

    @Override
    public DeviceView enable(Author author, long id) {
        return changes.run(() -> {
            DeviceEntity device = required(id);
            Refusals.denyIf(device.isEnabled(), "device.alreadyEnabled");
            return audit.changed(author, DeviceAudit.DEVICE, id, () -> {
                device.setEnabled(true, author, now());
                stored.touchState(id);
                return view(device);
            });
        });
    }

    @Override
    public DeviceView disable(Author author, long id) {
        return changes.run(() -> {
            DeviceEntity device = required(id);
            Refusals.denyIf(!device.isEnabled(), "device.alreadyDisabled");
            return audit.changed(author, DeviceAudit.DEVICE, id, () -> {
                device.setEnabled(false, author, now());
                stored.releaseCredential(id);
                return view(device);
            });
        });
    }

    @Override
    public void delete(Author author, long id) {
        changes.run(() -> {
            DeviceEntity device = required(id);
            audit.deleted(author, DeviceAudit.DEVICE, id);
            stored.remove(device);
            return id;
        });
    }

    @Override
    public DeviceView flag(Author author, long id, WorkFlag flag, boolean on) {
        return changes.run(() -> {
            DeviceEntity device = required(id);
            DeviceType type = type(device);
            Violations violations = new Violations();
            WorkFlags.check(type, Set.of(flag), "device", violations);
            violations.throwIfAny();
            if (WorkFlags.isNeedless(type, flag)) {
                throw new PlatformException(
                        ErrorCategory.CONFLICT,
                        "validation.device.config" + flag.slot() + "Always",
                        "Devices of this type get this config with every contact");
            }
            return audit.changed(author, DeviceAudit.DEVICE, id, () -> {
                device.touch(author, now());
                if (on) {
                    WorkFlags.set(stored.jdbc(), Set.of(flag), ONE, id);
                } else {
                    WorkFlags.withdraw(stored.jdbc(), Set.of(flag), ONE, id);
                }
                return view(device);
            });
        });
    }

    @Override
    public Applied apply(Author author, Scope scope, long id, TemplateApplication application) {
        return changes.run(() -> {
            Selection one = new Selection(author, scope, List.of(id));
            DeviceDraft device = drafts.read(one).stream().findFirst().orElseThrow(Refusals::notFound);
            DeviceType type = types.catalogued(device.type()).orElseThrow();
            Refusals.denyIf(!type.has(Capability.TEMPLATES), "device.templatesDisabled");
            Outcome outcome =
                    drafts.change(one, applying.decision(scope, application)).get(0);
            if (outcome.status() == Status.ERROR) {
                throw new PlatformException(
                        ErrorCategory.CONFLICT, outcome.messages().get(0), "The template does not fit the device");
            }
            return new Applied(stored.rows().get(id).orElseThrow(), outcome.messages());
        });
    }

    @Override
    public DeviceView get(long id) {
        return transactions.call(() -> stored.rows().get(id).orElseThrow(Refusals::notFound));
    }

    @Override
    public List<DeviceView> find(String word) {
        return transactions.call(() -> stored.rows().find(word));
    }

    @Override
    public List<DeviceView> list(DeviceFilter filter) {
        return transactions.call(() -> stored.rows().list(filter));
    }

    @Override
    public List<String> identifiers(String beginning, int limit) {
        return transactions.call(() -> stored.rows().identifiers(beginning, limit));
    }

    @Override
    public Map<String, String> predefinedVariables(long id) {
        return transactions.call(() -> {
            DeviceView device = stored.rows().get(id).orElseThrow(Refusals::notFound);
            DeviceType type = types.catalogued(device.deviceType()).orElseThrow();
            DeviceFacts facts = stored.rows().facts(id).orElse(DeviceFacts.NONE);
            Map<String, String> variables = new LinkedHashMap<>();
            PredefinedVariables.of(type, device.identifier(), device.name(), facts)
                    .forEach((name, value) -> variables.put(name, value == null ? "" : value.toString()));
            return variables;
        });
    }

    @Override
    public String generateConfig(long id, int slot) {
        return preview.text(id, slot, false);
    }

    @Override
    public String previewConfig(long id, int slot) {
        return preview.text(id, slot, true);
    }

    private DeviceView view(DeviceEntity device) {
        return stored.rows().get(device.id()).orElseThrow();
    }

    private DeviceEntity required(long id) {
        return stored.find(id).orElseThrow(Refusals::notFound);
    }

    private DeviceType type(DeviceEntity device) {
        return types.catalogued(device.deviceType()).orElseThrow();
    }

    private DeviceField identifier(DeviceType type) {
        return procedures.find(type.procedure()).map(identification::of).orElseGet(() -> likelyIdentifier(type));
    }

    /** Of a procedure that is not installed: a type that must have the chosen field is one that leaves the choice. */
    private DeviceField likelyIdentifier(DeviceType type) {
        DeviceField chosen = identification.chosen();
        return type.requirement(chosen) == FieldRequirement.REQUIRED ? chosen : DeviceField.SERIAL_NUMBER;
    }

    private Instant now() {
        return clock.instant();
    }
}
