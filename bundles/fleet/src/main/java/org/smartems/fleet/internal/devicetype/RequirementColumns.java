// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.devicetype;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Embeddable;
import org.smartems.fleet.internal.store.RequirementConverter;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.FieldRequirement;

/** What a device type asks of the facts that it can constrain. */
@Embeddable
public class RequirementColumns {

    /** The facts that a type can constrain, in the order of the form. */
    static final List<DeviceField> FIELDS = List.of(
            DeviceField.SERIAL_NUMBER,
            DeviceField.IMSI,
            DeviceField.MODEL,
            DeviceField.REGISTRATION_ID,
            DeviceField.ENDORSEMENT_KEY,
            DeviceField.HARDWARE_VERSION);

    @Column(name = "field_serial_number")
    @Convert(converter = RequirementConverter.class)
    private FieldRequirement serialNumber;

    @Column(name = "field_imsi")
    @Convert(converter = RequirementConverter.class)
    private FieldRequirement imsi;

    @Column(name = "field_model")
    @Convert(converter = RequirementConverter.class)
    private FieldRequirement model;

    @Column(name = "field_registration_id")
    @Convert(converter = RequirementConverter.class)
    private FieldRequirement registrationId;

    @Column(name = "field_endorsement_key")
    @Convert(converter = RequirementConverter.class)
    private FieldRequirement endorsementKey;

    @Column(name = "field_hardware_version")
    @Convert(converter = RequirementConverter.class)
    private FieldRequirement hardwareVersion;

    /** For the persistence provider. */
    protected RequirementColumns() {}

    /** Of a complete map. */
    RequirementColumns(Map<DeviceField, FieldRequirement> requirements) {
        serialNumber = requirements.get(DeviceField.SERIAL_NUMBER);
        imsi = requirements.get(DeviceField.IMSI);
        model = requirements.get(DeviceField.MODEL);
        registrationId = requirements.get(DeviceField.REGISTRATION_ID);
        endorsementKey = requirements.get(DeviceField.ENDORSEMENT_KEY);
        hardwareVersion = requirements.get(DeviceField.HARDWARE_VERSION);
    }

    Map<DeviceField, FieldRequirement> requirements() {
        Map<DeviceField, FieldRequirement> requirements = new EnumMap<>(DeviceField.class);
        requirements.put(DeviceField.SERIAL_NUMBER, serialNumber);
        requirements.put(DeviceField.IMSI, imsi);
        requirements.put(DeviceField.MODEL, model);
        requirements.put(DeviceField.REGISTRATION_ID, registrationId);
        requirements.put(DeviceField.ENDORSEMENT_KEY, endorsementKey);
        requirements.put(DeviceField.HARDWARE_VERSION, hardwareVersion);
        return requirements;
    }
}
