// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.device;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.api.error.FieldError;
import org.smartems.fleet.Variable;
import org.smartems.fleet.VariableType;
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.fleet.device.DeviceBatches;
import org.smartems.fleet.device.DeviceResult;
import org.smartems.fleet.device.TemplateApplication;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.internal.Refusals;
import org.smartems.fleet.internal.Violations;
import org.smartems.fleet.internal.access.Tags;
import org.smartems.fleet.internal.catalogue.Changes;
import org.smartems.fleet.internal.devicetype.StoredDeviceTypes;
import org.smartems.fleet.internal.store.IdsConverter;
import org.smartems.fleet.internal.variable.VariableLists;
import org.smartems.fleet.internal.variable.VariableRules;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.platform.audit.AuditLog;
import org.smartems.spi.procedure.Capability;

/** See {@link DeviceBatches}. */
@Component(service = DeviceBatches.class)
public final class DeviceBatchService implements DeviceBatches {

    private final DeviceDrafts drafts;
    private final StoredDeviceTypes types;
    private final TemplateApplying applying;
    private final Tags tags;
    private final Changes changes;
    private final Transactions transactions;
    private final AuditLog audit;

    @Activate
    public DeviceBatchService(
            @Reference DeviceDrafts drafts,
            @Reference StoredDeviceTypes types,
            @Reference TemplateApplying applying,
            @Reference Tags tags,
            @Reference Changes changes,
            @Reference Transactions transactions,
            @Reference AuditLog audit) {
        this.drafts = drafts;
        this.types = types;
        this.applying = applying;
        this.tags = tags;
        this.changes = changes;
        this.transactions = transactions;
        this.audit = audit;
    }

    @Override
    public List<DeviceResult> addVariable(Selection devices, String name, String value, Optional<VariableType> kind) {
        String stripped = name.strip();
        Violations violations = new Violations();
        VariableRules.checkAnywhere(Variable.of(stripped, value).as(kind.orElse(VariableType.STRING)), violations);
        violations.throwIfAny();
        return change(
                devices,
                () -> typed((device, type) -> {
                    if (!type.has(Capability.VARIABLES)) {
                        return Outcome.skipped(device, "deny.device.variablesDisabled");
                    }
                    if (VariableRules.isPredefined(type, stripped)) {
                        return Outcome.error(device, "validation.variable.variableNameUsedInPredefinedVariables");
                    }
                    Variable variable = with(device.values().variables(), stripped, value, kind);
                    return VariableRules.fits(variable)
                            ? Outcome.changed(device, device.values().withVariables(put(device, variable)))
                            : Outcome.error(device, "validation.variable.valueInvalid");
                }));
    }

    @Override
    public List<DeviceResult> deleteVariable(Selection devices, String name) {
        String stripped = name.strip();
        Violations violations = new Violations();
        violations.required("name", stripped);
        violations.throwIfAny();
        return change(
                devices,
                () -> typed((device, type) -> {
                    if (!type.has(Capability.VARIABLES)) {
                        return Outcome.skipped(device, "deny.device.variablesDisabled");
                    }
                    List<Variable> variables = new ArrayList<>(device.values().variables());
                    return variables.removeIf(variable -> variable.name().equals(stripped))
                            ? Outcome.changed(device, device.values().withVariables(variables))
                            : Outcome.skipped(device, "batch.device.variableDelete.skipped.missing");
                }));
    }

    @Override
    public List<DeviceResult> flag(Selection devices, WorkFlag flag, boolean on) {
        return change(
                devices,
                () -> typed((device, type) -> {
                    if (!WorkFlags.isPossible(type, flag)) {
                        return Outcome.error(device, "validation.device." + WorkFlags.rule(flag));
                    }
                    if (WorkFlags.isNeedless(type, flag)) {
                        return Outcome.skipped(device, "validation.device.config" + flag.slot() + "Always");
                    }
                    return Outcome.flagged(device, on ? Set.of(flag) : Set.of(), on ? Set.of() : Set.of(flag));
                }));
    }

    @Override
    public List<DeviceResult> addAccessTags(Selection devices, Set<Long> given) {
        return change(devices, () -> {
            requireAny("accessTags", given, violations -> tags.requireKnown(given, violations));
            boolean possible =
                    !devices.scope().isBound() || tags.own(devices.scope()).containsAll(given);
            return device -> possible
                    ? Outcome.changed(
                            device,
                            device.values().withAccessTags(plus(device.values().accessTags(), given)))
                    : Outcome.error(device, "validation.device.invalidAccessTag");
        });
    }

    @Override
    public List<DeviceResult> deleteAccessTags(Selection devices, Set<Long> given) {
        return change(devices, () -> {
            requireAny("accessTags", given, violations -> tags.requireKnown(given, violations));
            boolean bound = devices.scope().isBound();
            Set<Long> own = tags.own(devices.scope());
            return device -> {
                if (bound && !own.containsAll(given)) {
                    return Outcome.error(device, "validation.device.invalidAccessTag");
                }
                Set<Long> rest = minus(device.values().accessTags(), given);
                if (bound && rest.stream().noneMatch(own::contains)) {
                    return Outcome.error(device, "validation.device.cannotRemoveAllAccessTag");
                }
                return Outcome.changed(device, device.values().withAccessTags(rest));
            };
        });
    }

    @Override
    public List<DeviceResult> addLabels(Selection devices, Set<Long> given) {
        return change(devices, () -> {
            requireAny("labels", given, violations -> tags.requireLabels("labels", given, violations));
            return device -> Outcome.changed(
                    device, device.values().withLabels(plus(device.values().labels(), given)));
        });
    }

    @Override
    public List<DeviceResult> deleteLabels(Selection devices, Set<Long> given) {
        return change(devices, () -> {
            requireAny("labels", given, violations -> tags.requireLabels("labels", given, violations));
            return device -> Outcome.changed(
                    device, device.values().withLabels(minus(device.values().labels(), given)));
        });
    }

    @Override
    public List<DeviceResult> enable(Selection devices) {
        return change(
                devices,
                () -> device -> device.values().enabled()
                        ? Outcome.skipped(device, "deny.device.alreadyEnabled")
                        : Outcome.changed(device, device.values().withEnabled(true)));
    }

    @Override
    public List<DeviceResult> disable(Selection devices) {
        return change(
                devices,
                () -> device -> device.values().enabled()
                        ? Outcome.changed(device, device.values().withEnabled(false))
                        : Outcome.skipped(device, "deny.device.alreadyDisabled"));
    }

    @Override
    public List<DeviceResult> delete(Selection devices) {
        Refusals.denyIf(devices.scope().isBound(), "device.accessDenied");
        return changes.run(() -> {
            Map<Long, Outcome> found = new HashMap<>();
            drafts.read(devices).forEach(one -> found.put(one.id(), Outcome.changed(one, one.values())));
            audit.deletedMany(devices.author(), DeviceAudit.DEVICE, found.keySet());
            new Jdbc(transactions)
                    .update("delete from fleet_device where id = any(?)", IdsConverter.parameter(found.keySet()));
            return devices.ids().stream()
                    .distinct()
                    .filter(found::containsKey)
                    .map(id -> found.get(id).result())
                    .toList();
        });
    }

    @Override
    public List<DeviceResult> apply(Selection devices, TemplateApplication application) {
        return change(devices, () -> {
            Function<DeviceDraft, Outcome> decision = applying.decision(devices.scope(), application);
            return typed((device, type) -> type.has(Capability.TEMPLATES)
                    ? decision.apply(device)
                    : Outcome.skipped(device, "deny.device.templatesDisabled"));
        });
    }

    private List<DeviceResult> change(Selection devices, Supplier<Function<DeviceDraft, Outcome>> decision) {
        return changes.run(() -> drafts.change(devices, decision.get()).stream()
                .map(Outcome::result)
                .toList());
    }

    /** What is decided by the device's type. */
    private interface Typed {
        Outcome decide(DeviceDraft device, DeviceType type);
    }

    /** Reads each type once. */
    private Function<DeviceDraft, Outcome> typed(Typed decision) {
        Map<Long, DeviceType> known = new HashMap<>();
        return device -> decision.decide(device, known.computeIfAbsent(device.type(), id -> types.catalogued(id)
                .orElseThrow()));
    }

    private static void requireAny(String field, Set<Long> given, java.util.function.Consumer<Violations> further) {
        Violations violations = new Violations();
        if (given.isEmpty()) {
            violations.add(FieldError.of(field, "validation.countMin").with("limit", 1));
        }
        further.accept(violations);
        violations.throwIfAny();
    }

    /** What the device has under a name, or something new, with another value. */
    private static Variable with(List<Variable> stored, String name, String value, Optional<VariableType> kind) {
        Variable known = stored.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseGet(() -> Variable.of(name, ""));
        return new Variable(known.id(), name, value, kind.orElse(known.type()));
    }

    private static List<Variable> put(DeviceDraft device, Variable variable) {
        List<Variable> stored = device.values().variables();
        List<Variable> variables = new ArrayList<>();
        stored.forEach(one -> variables.add(one.name().equals(variable.name()) ? variable : one));
        if (!variables.contains(variable)) {
            variables.add(variable);
        }
        return VariableLists.numbered(variables, stored);
    }

    private static Set<Long> plus(Set<Long> stored, Set<Long> given) {
        Set<Long> all = new TreeSet<>(stored);
        all.addAll(given);
        return all;
    }

    private static Set<Long> minus(Set<Long> stored, Set<Long> given) {
        Set<Long> rest = new HashSet<>(stored);
        rest.removeAll(given);
        return rest;
    }
}
