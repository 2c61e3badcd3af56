// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.devicetype;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.api.error.ValidationException;
import org.smartems.fleet.devicetype.DeviceTypeForm;
import org.smartems.fleet.devicetype.DeviceTypeOptions;
import org.smartems.fleet.devicetype.DeviceTypeView;
import org.smartems.fleet.devicetype.DeviceTypes;
import org.smartems.fleet.devicetype.ProcedureRequirements;
import org.smartems.fleet.internal.CopyName;
import org.smartems.fleet.internal.Refusals;
import org.smartems.fleet.internal.Violations;
import org.smartems.fleet.internal.catalogue.Changes;
import org.smartems.fleet.internal.procedure.Procedures;
import org.smartems.persistence.Transactions;
import org.smartems.platform.audit.AuditLog;
import org.smartems.platform.audit.Author;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.procedure.ProcedureDescription;
import org.smartems.spi.schema.Schema;

/** See {@link DeviceTypes}. */
@Component(service = DeviceTypes.class)
public final class DeviceTypeService implements DeviceTypes {

    /** Tables of what keeps a type from being deleted or fully edited, with the word of the refusal. */
    private static final List<Map.Entry<String, String>> USERS = List.of(
            Map.entry("fleet_device", "usedByDevice"),
            Map.entry("fleet_template", "usedByTemplate"),
            Map.entry("fleet_config", "usedByConfig"),
            Map.entry("fleet_firmware", "usedByFirmware"));

    private final StoredDeviceTypes stored;
    private final DeviceTypeRules rules;
    private final ProcedureSettings settings;
    private final Belongings belongings;
    private final Procedures procedures;
    private final Changes changes;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public DeviceTypeService(
            @Reference StoredDeviceTypes stored,
            @Reference DeviceTypeRules rules,
            @Reference ProcedureSettings settings,
            @Reference Procedures procedures,
            @Reference Changes changes,
            @Reference AuditLog audit,
            @Reference Transactions transactions) {
        this.stored = stored;
        this.rules = rules;
        this.settings = settings;
        this.belongings = new Belongings(transactions, audit);
        this.procedures = procedures;
        this.changes = changes;
        this.audit = audit;
        this.transactions = transactions;
    }

    @Override
    public DeviceTypeForm defaults(String procedure) {
        return Defaults.of(procedures.find(procedure).orElseThrow(DeviceTypeService::unknownProcedure));
    }

    @Override
    public ProcedureRequirements requirements(String procedure) {
        ProcedureDescription description = procedures.find(procedure).orElseThrow(Refusals::notFound);
        return new ProcedureRequirements(
                Arrays.stream(Capability.values())
                        .filter(description.required()::contains)
                        .toList(),
                Arrays.stream(Capability.values())
                        .filter(capability -> CapabilityRules.isOptional(capability, description))
                        .toList(),
                description.settings());
    }

    @Override
    public DeviceTypeView create(Author author, DeviceTypeForm form) {
        return changes.catalogued(() -> view(add(author, form, true)));
    }

    private DeviceTypeEntity add(Author author, DeviceTypeForm form, boolean enabled) {
        ProcedureDescription procedure =
                procedures.find(form.communicationProcedure()).orElseThrow(DeviceTypeService::unknownProcedure);
        DeviceTypeForm complete = Completion.of(form, procedure);
        rules.check(complete, procedure, complete.options().procedureSettings(), 0);
        DeviceTypeEntity type = new DeviceTypeEntity(slug(complete.name()));
        type.change(complete, author, now());
        stored.add(type);
        seal(type, procedure.settings(), complete.options().procedureSettings());
        type.setEnabled(enabled, author, now());
        audit.created(author, DeviceTypeEntity.AUDITED, type.id());
        return type;
    }

    @Override
    public DeviceTypeView edit(Author author, long id, DeviceTypeForm form) {
        return changes.catalogued(() -> {
            DeviceTypeEntity type = required(id);
            denyWhenUsed(type, "edit");
            ProcedureDescription procedure =
                    procedures.find(form.communicationProcedure()).orElseThrow(DeviceTypeService::unknownProcedure);
            DeviceTypeForm complete = Completion.of(form, procedure);
            Map<String, Object> known = type.communicationProcedure().equals(procedure.id())
                    ? settings.open(id, type.procedureSettings())
                    : Map.of();
            Map<String, Object> merged = ProcedureSettings.merge(
                    procedure.settings(), complete.options().procedureSettings(), known);
            rules.check(complete, procedure, merged, id);
            return audited(author, type, () -> {
                type.change(complete, author, now());
                seal(type, procedure.settings(), merged);
            });
        });
    }

    @Override
    public DeviceTypeView limitedEdit(Author author, long id, DeviceTypeOptions options) {
        return changes.catalogued(() -> {
            DeviceTypeEntity type = required(id);
            Refusals.denyIf(!stored.used().contains(id), "deviceType.limitedEdit");
            boolean neverCalls = type.communicationProcedure().equals(NO_PROCEDURE);
            DeviceTypeOptions complete = Completion.options(options, neverCalls);
            Optional<ProcedureDescription> procedure = procedures.find(type.communicationProcedure());
            Map<String, Object> merged = procedure
                    .map(description -> ProcedureSettings.merge(
                            description.settings(),
                            complete.procedureSettings(),
                            settings.open(id, type.procedureSettings())))
                    .orElse(Map.of());
            rules.checkOptions(type.form(Map.of()).withOptions(complete), procedure, merged);
            return audited(author, type, () -> {
                type.change(complete, author, now());
                procedure.ifPresent(description -> seal(type, description.settings(), merged));
            });
        });
    }

    @Override
    public DeviceTypeView duplicate(Author author, long id) {
        return changes.catalogued(() -> {
            DeviceTypeEntity type = required(id);
            DeviceTypeForm form = type.form(settings.open(id, type.procedureSettings()));
            ProcedureDescription procedure =
                    procedures.find(form.communicationProcedure()).orElseThrow(DeviceTypeService::unknownProcedure);
            Predicate<String> used = prefix -> !rules.isFree(prefix, procedure);
            DeviceTypeEntity copy = add(
                    author,
                    form.withIdentity(
                            CopyName.of(form.name(), isTaken(DeviceTypeForm::name)),
                            CopyName.free(
                                    form.certificateCommonNamePrefix(),
                                    FormRules.COMMON_NAME_PREFIX_LENGTH,
                                    isTaken(DeviceTypeForm::certificateCommonNamePrefix)),
                            CopyName.free(form.routePrefix(), Violations.TEXT_LENGTH, used)),
                    false);
            belongings.copy(author, id, copy.id());
            return view(copy);
        });
    }

    @Override
    public DeviceTypeView enable(Author author, long id) {
        return changes.catalogued(() -> {
            DeviceTypeEntity type = required(id);
            Refusals.denyIf(type.isEnabled(), "deviceType.alreadyEnabled");
            Refusals.denyIf(procedures.find(type.communicationProcedure()).isEmpty(), "deviceType.cannotEnable");
            return audited(author, type, () -> type.setEnabled(true, author, now()));
        });
    }

    @Override
    public DeviceTypeView disable(Author author, long id) {
        return changes.catalogued(() -> {
            DeviceTypeEntity type = required(id);
            Refusals.denyIf(!type.isEnabled(), "deviceType.alreadyDisabled");
            return audited(author, type, () -> type.setEnabled(false, author, now()));
        });
    }

    @Override
    public void delete(Author author, long id) {
        changes.catalogued(() -> {
            DeviceTypeEntity type = required(id);
            denyWhenUsed(type, "delete");
            audit.deleted(author, DeviceTypeEntity.AUDITED, id);
            stored.remove(type);
            return id;
        });
    }

    @Override
    public DeviceTypeView get(long id) {
        return transactions.call(() -> view(required(id)));
    }

    @Override
    public Optional<DeviceTypeView> find(String name) {
        return transactions.call(() -> stored.all().stream()
                .filter(type -> type.form(Map.of()).name().equals(name))
                .findFirst()
                .map(this::view));
    }

    @Override
    public List<DeviceTypeView> list() {
        return transactions.call(() -> {
            Set<Long> used = stored.used();
            return stored.all().stream()
                    .map(type -> view(type, used.contains(type.id())))
                    .toList();
        });
    }

    private DeviceTypeView audited(Author author, DeviceTypeEntity type, Runnable change) {
        return audit.changed(author, DeviceTypeEntity.AUDITED, type.id(), () -> {
            change.run();
            return view(type);
        });
    }

    private DeviceTypeEntity required(long id) {
        return stored.find(id).orElseThrow(Refusals::notFound);
    }

    private void denyWhenUsed(DeviceTypeEntity type, String action) {
        USERS.forEach(user -> Refusals.denyIf(
                stored.isUsedBy(user.getKey(), type.id()), "deviceType." + action + "." + user.getValue()));
    }

    private void seal(DeviceTypeEntity type, Schema schema, Map<String, Object> given) {
        type.setProcedureSettings(settings.seal(schema, type.id(), given, type.procedureSettings()));
    }

    private Predicate<String> isTaken(Function<DeviceTypeForm, String> text) {
        Set<String> taken = stored.all().stream()
                .map(type -> text.apply(type.form(Map.of())))
                .collect(Collectors.toSet());
        return taken::contains;
    }

    private String slug(String name) {
        String words =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        Set<String> taken = stored.all().stream().map(DeviceTypeEntity::slug).collect(Collectors.toSet());
        return CopyName.free(words.isEmpty() ? "type" : words, Violations.TEXT_LENGTH, taken::contains);
    }

    private DeviceTypeView view(DeviceTypeEntity type) {
        return view(type, stored.used().contains(type.id()));
    }

    private DeviceTypeView view(DeviceTypeEntity type, boolean used) {
        return new DeviceTypeView(
                type.id(),
                type.slug(),
                type.isEnabled(),
                procedures.find(type.communicationProcedure()).isPresent(),
                used,
                type.form(ProcedureSettings.visible(type.procedureSettings())),
                type.history());
    }

    private Instant now() {
        return clock.instant();
    }

    private static ValidationException unknownProcedure() {
        return Violations.of("communicationProcedure", "enum");
    }
}
