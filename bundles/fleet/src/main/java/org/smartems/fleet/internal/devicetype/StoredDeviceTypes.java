// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.devicetype;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.catalogue.CustomDataField;
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.fleet.devicetype.ConfigSlot;
import org.smartems.fleet.devicetype.DeviceTypeForm;
import org.smartems.fleet.devicetype.DeviceTypeOptions;
import org.smartems.fleet.devicetype.DeviceTypeOptions.Switched;
import org.smartems.fleet.devicetype.FirmwareSlot;
import org.smartems.fleet.internal.Violations;
import org.smartems.fleet.internal.customdata.StoredCustomData;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.platform.configuration.RelativeTime;

/** Device types in the database; every method needs the caller's transaction. */
@Component(service = StoredDeviceTypes.class)
public final class StoredDeviceTypes {

    private static final String USED = "select t.id from fleet_device_type t where " + DeviceTypeUse.any();

    private final EntityManagerFactory unit;
    private final Transactions transactions;
    private final ProcedureSettings settings;

    @Activate
    public StoredDeviceTypes(
            @Reference(target = "(osgi.unit.name=fleet)") EntityManagerFactory unit,
            @Reference Transactions transactions,
            @Reference ProcedureSettings settings) {
        this.unit = unit;
        this.transactions = transactions;
        this.settings = settings;
    }

    Optional<DeviceTypeEntity> find(long id) {
        return Optional.ofNullable(entities().find(DeviceTypeEntity.class, id));
    }

    List<DeviceTypeEntity> all() {
        return entities()
                .createQuery("select t from DeviceTypeEntity t order by t.name, t.id", DeviceTypeEntity.class)
                .getResultList();
    }

    void add(DeviceTypeEntity type) {
        entities().persist(type);
    }

    void remove(DeviceTypeEntity type) {
        entities().remove(type);
        entities().flush();
    }

    /** Ids of the types of which there is a device, template, config or firmware. */
    Set<Long> used() {
        return new HashSet<>(new Jdbc(transactions).list(USED, row -> row.getLong(1)));
    }

    /** Whether a table has rows of a type. */
    boolean isUsedBy(String table, long type) {
        String sql = "select 1 from " + table + " where device_type_id = ? limit 1";
        return new Jdbc(transactions).first(sql, row -> true, type).isPresent();
    }

    /** All types as the check-in uses them. */
    public List<DeviceType> catalogued() {
        Map<Long, List<CustomDataField>> customData = StoredCustomData.all(new Jdbc(transactions));
        return all().stream()
                .map(type -> catalogued(type, customData.getOrDefault(type.id(), List.of())))
                .toList();
    }

    /** A type as the check-in uses it. */
    public Optional<DeviceType> catalogued(long id) {
        return find(id).map(type -> catalogued(type, StoredCustomData.of(new Jdbc(transactions), id)));
    }

    /** A type that people have chosen for something new: unknown and disabled ones are refused. */
    public DeviceType available(long id) {
        DeviceType type = catalogued(id).orElseThrow(() -> Violations.of("deviceType", "choice"));
        if (!type.enabled()) {
            throw Violations.of("deviceType", "deviceType.disabled");
        }
        return type;
    }

    private DeviceType catalogued(DeviceTypeEntity type, List<CustomDataField> customData) {
        DeviceTypeForm form = type.form(settings.open(type.id(), type.procedureSettings()));
        DeviceTypeOptions options = form.options();
        return new DeviceType(
                type.id(),
                form.name(),
                form.deviceName(),
                type.isEnabled(),
                form.communicationProcedure(),
                options.procedureSettings(),
                form.routePrefix(),
                options.authenticationMethod(),
                form.capabilities(),
                form.requirements(),
                map(form.firmware(), FirmwareSlot::name),
                map(form.configs(), ConfigSlot::name),
                form.configs().entrySet().stream()
                        .filter(slot -> slot.getValue().json())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toUnmodifiableSet()),
                map(form.firmware(), FirmwareSlot::customUrl),
                number(options.firmwareMinRsrp()),
                number(options.configMinRsrp()),
                options.commands().maxRetries().getAsInt(),
                RelativeTime.parse(options.commands().expireDuration()),
                form.firmwareVersioning(),
                options.bindIdentity(),
                customData);
    }

    private static OptionalInt number(Switched number) {
        return number.on() ? number.value() : OptionalInt.empty();
    }

    /** Without what is empty. */
    private static <T> Map<Integer, String> map(Map<Integer, T> slots, Function<T, String> text) {
        Map<Integer, String> map = new TreeMap<>();
        slots.forEach((slot, value) -> map.put(slot, text.apply(value)));
        map.values().removeIf(String::isEmpty);
        return Map.copyOf(map);
    }

    private EntityManager entities() {
        return transactions.em(unit);
    }
}
