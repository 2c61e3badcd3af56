// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.devicetype;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.persistence.AttributeOverride;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Embedded;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import org.smartems.fleet.devicetype.ConfigSlot;
import org.smartems.fleet.devicetype.DeviceTypeForm;
import org.smartems.fleet.devicetype.DeviceTypeOptions;
import org.smartems.fleet.devicetype.FirmwareSlot;
import org.smartems.fleet.internal.store.Audited;
import org.smartems.fleet.internal.store.CapabilitiesConverter;
import org.smartems.platform.audit.AuditedEntity;
import org.smartems.platform.audit.Author;
import org.smartems.spi.procedure.Capability;

/** A device type. Never leaves this bundle. */
@Entity
@Table(name = "fleet_device_type")
public class DeviceTypeEntity extends Audited {

    /** Switches are told one by one, and of the sealed settings only that there was a change. */
    static final AuditedEntity AUDITED = new AuditedEntity(
            "DeviceType",
            """
            select to_jsonb(t) - array['capabilities', 'procedure_settings']
                || (select jsonb_object_agg(c, position(' ' || c || ' ' in ' ' || t.capabilities || ' ') > 0)
                    from unnest(array[CAPABILITIES]) c)
                || (select jsonb_build_object(
                        'procedure_settings',
                        coalesce(jsonb_object_agg(key, value) filter (where jsonb_typeof(value) <> 'object'), '{}'),
                        'procedure_secrets',
                        coalesce(jsonb_object_agg(key, value) filter (where jsonb_typeof(value) = 'object'), '{}'))
                    from jsonb_each(t.procedure_settings))
            from fleet_device_type t where t.id = ?"""
                    .replace(
                            "CAPABILITIES",
                            Arrays.stream(Capability.values())
                                    .map(capability -> "'" + capability.id() + "'")
                                    .collect(Collectors.joining(", "))),
            Set.of("procedure_secrets"));

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "fleet_device_type_seq")
    @SequenceGenerator(name = "fleet_device_type_seq", sequenceName = "fleet_device_type_seq", allocationSize = 1)
    private Long id;

    private String name;
    private String slug;
    private boolean enabled;

    @Column(name = "device_name")
    private String deviceName;

    @Column(name = "certificate_common_name_prefix")
    private String certificateCommonNamePrefix;

    @Column(name = "communication_procedure")
    private String communicationProcedure;

    @Column(name = "route_prefix")
    private String routePrefix;

    @Convert(converter = CapabilitiesConverter.class)
    private Set<Capability> capabilities;

    @Embedded
    @AttributeOverride(name = "name", column = @Column(name = "name_firmware1"))
    @AttributeOverride(name = "customUrl", column = @Column(name = "custom_url_firmware1"))
    private FirmwareSlotColumns firmware1;

    @Embedded
    @AttributeOverride(name = "name", column = @Column(name = "name_firmware2"))
    @AttributeOverride(name = "customUrl", column = @Column(name = "custom_url_firmware2"))
    private FirmwareSlotColumns firmware2;

    @Embedded
    @AttributeOverride(name = "name", column = @Column(name = "name_firmware3"))
    @AttributeOverride(name = "customUrl", column = @Column(name = "custom_url_firmware3"))
    private FirmwareSlotColumns firmware3;

    @Embedded
    @AttributeOverride(name = "name", column = @Column(name = "name_config1"))
    @AttributeOverride(name = "format", column = @Column(name = "format_config1"))
    private ConfigSlotColumns config1;

    @Embedded
    @AttributeOverride(name = "name", column = @Column(name = "name_config2"))
    @AttributeOverride(name = "format", column = @Column(name = "format_config2"))
    private ConfigSlotColumns config2;

    @Embedded
    @AttributeOverride(name = "name", column = @Column(name = "name_config3"))
    @AttributeOverride(name = "format", column = @Column(name = "format_config3"))
    private ConfigSlotColumns config3;

    @Embedded
    private RequirementColumns requirements;

    @Column(name = "firmware_versioning")
    private String firmwareVersioning;

    @Embedded
    private OptionColumns options;

    /** For the persistence provider. */
    protected DeviceTypeEntity() {}

    /** A new type, enabled; {@link #change} completes it. */
    DeviceTypeEntity(String slug) {
        this.slug = slug;
        this.enabled = true;
        this.options = new OptionColumns();
    }

    /** Takes a form that was checked and completed over. */
    void change(DeviceTypeForm form, Author author, Instant now) {
        name = form.name();
        deviceName = form.deviceName();
        certificateCommonNamePrefix = form.certificateCommonNamePrefix();
        communicationProcedure = form.communicationProcedure();
        routePrefix = form.routePrefix();
        capabilities = form.capabilities();
        Map<Integer, FirmwareSlot> firmware = form.firmware();
        firmware1 = firmware.containsKey(1) ? new FirmwareSlotColumns(firmware.get(1)) : firmware1;
        firmware2 = firmware.containsKey(2) ? new FirmwareSlotColumns(firmware.get(2)) : firmware2;
        firmware3 = firmware.containsKey(3) ? new FirmwareSlotColumns(firmware.get(3)) : firmware3;
        Map<Integer, ConfigSlot> configs = form.configs();
        config1 = configs.containsKey(1) ? new ConfigSlotColumns(configs.get(1)) : config1;
        config2 = configs.containsKey(2) ? new ConfigSlotColumns(configs.get(2)) : config2;
        config3 = configs.containsKey(3) ? new ConfigSlotColumns(configs.get(3)) : config3;
        requirements = new RequirementColumns(form.requirements());
        firmwareVersioning = form.firmwareVersioning();
        change(form.options(), author, now);
    }

    /** Takes options that were checked over; settings of the procedure follow by themselves. */
    void change(DeviceTypeOptions changed, Author author, Instant now) {
        options.set(changed);
        changed(author, now);
    }

    void setProcedureSettings(Map<String, Object> sealed) {
        options.setProcedureSettings(sealed);
    }

    void setEnabled(boolean enabled, Author author, Instant now) {
        this.enabled = enabled;
        changed(author, now);
    }

    long id() {
        return id;
    }

    String slug() {
        return slug;
    }

    boolean isEnabled() {
        return enabled;
    }

    String communicationProcedure() {
        return communicationProcedure;
    }

    /** With the secret ones sealed. */
    Map<String, Object> procedureSettings() {
        return options.procedureSettings();
    }

    /**
     * All that people can fill in.
     *
     * @param settings of the procedure, in the form that the caller may see
     */
    DeviceTypeForm form(Map<String, Object> settings) {
        return new DeviceTypeForm(
                name,
                deviceName,
                certificateCommonNamePrefix,
                communicationProcedure,
                routePrefix,
                capabilities,
                firmwareSlots(),
                configSlots(),
                requirements.requirements(),
                firmwareVersioning,
                options.options(settings));
    }

    private Map<Integer, FirmwareSlot> firmwareSlots() {
        Map<Integer, FirmwareSlot> slots = new TreeMap<>();
        FirmwareSlotColumns[] columns = {firmware1, firmware2, firmware3};
        for (int slot = 1; slot <= columns.length; slot++) {
            if (capabilities.contains(Capability.firmware(slot))) {
                slots.put(slot, columns[slot - 1].slot());
            }
        }
        return slots;
    }

    private Map<Integer, ConfigSlot> configSlots() {
        Map<Integer, ConfigSlot> slots = new TreeMap<>();
        ConfigSlotColumns[] columns = {config1, config2, config3};
        for (int slot = 1; slot <= columns.length; slot++) {
            if (capabilities.contains(Capability.config(slot))) {
                slots.put(slot, columns[slot - 1].slot());
            }
        }
        return slots;
    }
}
