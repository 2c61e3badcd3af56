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
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.fleet.device.Applied;
import org.smartems.fleet.device.DeviceFilter;
import org.smartems.fleet.device.DeviceForm;
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
import org.smartems.fleet.template.VersionForm;
import org.smartems.persistence.Transactions;
import org.smartems.platform.audit.Author;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.FieldRequirement;

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
            @Reference Changes changes,
            @Reference Transactions transactions) {
        this.stored = stored;
        this.types = types;
        this.rules = rules;
        this.applying = applying;
        this.procedures = procedures;
        this.identification = identification;
        this.changes = changes;
        this.transactions = transactions;
    }

    @Override
    public DeviceView create(Author author, long deviceType, DeviceForm form) {
        return changes.run(() -> {
            DeviceType type = types.available(deviceType);
            DeviceField field = identifier(type);
            DeviceForm checked = rules.checked(new Subject(0, type, field), form);
            DeviceEntity device = new DeviceEntity(deviceType);
            device.change(checked, author, now());
            device.identify(checked.facts().getOrDefault(field, ""));
            stored.add(device);
            stored.replaceFacts(device.id(), checked.facts());
            WorkFlags.set(stored.jdbc(), checked.flags(), ONE, device.id());
            return view(device);
        });
    }

    @Override
    public DeviceView edit(Author author, long id, DeviceForm form) {
        return changes.run(() -> {
            DeviceEntity device = required(id);
            DeviceType type = type(device);
            DeviceField field = identifier(type);
            DeviceForm checked = rules.checked(new Subject(id, type, field), form);
            if (device.isEnabled() && !checked.enabled()) {
                stored.releaseCredential(id);
            }
            device.change(checked, author, now());
            device.identify(checked.facts().getOrDefault(field, ""));
            stored.replaceFacts(id, checked.facts());
            WorkFlags.set(stored.jdbc(), checked.flags(), ONE, id);
            Set<WorkFlag> others = EnumSet.allOf(WorkFlag.class);
            others.removeAll(checked.flags());
            WorkFlags.clear(stored.jdbc(), others, ONE, id);
            return view(device);
        });
    }

    @Override
    public DeviceView enable(Author author, long id) {
        return changes.run(() -> {
            DeviceEntity device = required(id);
            Refusals.denyIf(device.isEnabled(), "device.alreadyEnabled");
            device.setEnabled(true, author, now());
            stored.touchState(id);
            return view(device);
        });
    }

    @Override
    public DeviceView disable(Author author, long id) {
        return changes.run(() -> {
            DeviceEntity device = required(id);
            Refusals.denyIf(!device.isEnabled(), "device.alreadyDisabled");
            device.setEnabled(false, author, now());
            stored.releaseCredential(id);
            return view(device);
        });
    }

    @Override
    public void delete(Author author, long id) {
        changes.run(() -> {
            stored.remove(required(id));
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
            device.touch(author, now());
            if (on) {
                WorkFlags.set(stored.jdbc(), Set.of(flag), ONE, id);
            } else {
                WorkFlags.clear(stored.jdbc(), Set.of(flag), ONE, id);
            }
            return view(device);
        });
    }

    @Override
    public Applied apply(Author author, long id, TemplateApplication application) {
        return changes.run(() -> {
            DeviceEntity device = required(id);
            DeviceType type = type(device);
            Refusals.denyIf(!type.has(Capability.TEMPLATES), "device.templatesDisabled");
            if (application.template().isEmpty()) {
                TemplateApplying.checkDetaching(application);
                device.setTemplate(null, author, now());
                stored.touchState(id);
                return new Applied(view(device), List.of());
            }
            VersionForm version = applying.version(device, application);
            device.setTemplate(application.template().getAsLong(), author, now());
            List<String> warnings = TemplateApplying.takeOver(device, version, application);
            stored.touchState(id);
            WorkFlags.set(stored.jdbc(), WorkFlags.useful(type, application.reinstall()), ONE, id);
            return new Applied(view(device), warnings);
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
