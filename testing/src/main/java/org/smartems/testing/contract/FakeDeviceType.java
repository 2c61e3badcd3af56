// SPDX-License-Identifier: Apache-2.0
package org.smartems.testing.contract;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.DeviceTypeInfo;
import org.smartems.spi.procedure.FieldRequirement;
import org.smartems.spi.procedure.ProcedureDescription;

/** A device type as a test wants it; the methods that change it return the same object. */
public final class FakeDeviceType implements DeviceTypeInfo {

    private static final Set<DeviceField> CONSTRAINED = EnumSet.of(
            DeviceField.SERIAL_NUMBER,
            DeviceField.IMSI,
            DeviceField.MODEL,
            DeviceField.REGISTRATION_ID,
            DeviceField.ENDORSEMENT_KEY,
            DeviceField.HARDWARE_VERSION);

    private final Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
    private final Map<DeviceField, FieldRequirement> requirements = new EnumMap<>(DeviceField.class);
    private final Set<Integer> jsonSlots = new HashSet<>();
    private String name = "Example type";
    private String deviceName = "Device";

    private FakeDeviceType() {}

    /**
     * A type with everything that a procedure requires and supports, its fields as the procedure asks for them.
     *
     * @param procedure of the type
     * @return a new device type
     */
    public static FakeDeviceType of(ProcedureDescription procedure) {
        FakeDeviceType type = new FakeDeviceType();
        type.capabilities.addAll(procedure.required());
        type.capabilities.addAll(procedure.supported());
        CONSTRAINED.forEach(field -> type.requirements.put(field, procedure.requirement(field)));
        return type;
    }

    /**
     * Names it.
     *
     * @param typeName of the type
     * @param singular what a device is called in texts
     * @return this
     */
    public FakeDeviceType named(String typeName, String singular) {
        name = typeName;
        deviceName = singular;
        return this;
    }

    /**
     * Switches capabilities off.
     *
     * @param off in any order
     * @return this
     */
    public FakeDeviceType without(Capability... off) {
        capabilities.removeAll(List.of(off));
        return this;
    }

    /**
     * Makes a config slot one of JSON.
     *
     * @param slot 1 to 3
     * @return this
     */
    public FakeDeviceType json(int slot) {
        jsonSlots.add(slot);
        return this;
    }

    /**
     * Asks for a field.
     *
     * @param field which
     * @param requirement of it
     * @return this
     */
    public FakeDeviceType field(DeviceField field, FieldRequirement requirement) {
        requirements.put(field, requirement);
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String deviceName() {
        return deviceName;
    }

    @Override
    public boolean has(Capability capability) {
        return capabilities.contains(capability);
    }

    @Override
    public FieldRequirement requirement(DeviceField field) {
        return requirements.getOrDefault(field, FieldRequirement.OPTIONAL);
    }

    @Override
    public boolean isJson(int slot) {
        return jsonSlots.contains(slot);
    }
}
