// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.catalogue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.DeviceTypeInfo;
import org.smartems.spi.procedure.FieldRequirement;

/**
 * A device type as the check-in uses it; immutable.
 *
 * @param id of the type
 * @param name unique
 * @param deviceName what a device is called in texts
 * @param enabled whether its devices may call
 * @param procedure id of its communication procedure
 * @param procedureSettings stored values of the procedure's settings, not yet checked
 * @param routePrefix begins with a slash
 * @param authenticationMethod of a device authenticator, or {@code none}
 * @param capabilities what is switched on
 * @param requirements of the fields that a type constrains
 * @param firmwareNames names of the firmware slots that are on, by slot
 * @param configNames names of the config slots that are on, by slot
 * @param jsonConfigs config slots of JSON
 * @param customFirmwareUrls what replaces scheme, host and port of firmware URLs, by slot
 * @param firmwareMinRsrp weakest signal for firmware, dBm; empty when it does not matter
 * @param configMinRsrp weakest signal for configs, dBm; empty when it does not matter
 * @param commandMaxRetries how often a failed command is sent again
 * @param commandExpireDuration how long a command stays open
 * @param firmwareVersioning id of the order of firmware versions
 * @param bindIdentity whether the first credential of a device becomes its only one
 * @param customData what is kept of the custom data of its devices
 */
public record DeviceType(
        long id,
        String name,
        String deviceName,
        boolean enabled,
        String procedure,
        Map<String, Object> procedureSettings,
        String routePrefix,
        String authenticationMethod,
        Set<Capability> capabilities,
        Map<DeviceField, FieldRequirement> requirements,
        Map<Integer, String> firmwareNames,
        Map<Integer, String> configNames,
        Set<Integer> jsonConfigs,
        Map<Integer, String> customFirmwareUrls,
        OptionalInt firmwareMinRsrp,
        OptionalInt configMinRsrp,
        int commandMaxRetries,
        Duration commandExpireDuration,
        String firmwareVersioning,
        boolean bindIdentity,
        List<CustomDataField> customData)
        implements DeviceTypeInfo {

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
        return jsonConfigs.contains(slot);
    }
}
