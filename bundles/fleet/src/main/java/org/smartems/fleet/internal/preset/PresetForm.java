// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.preset;

import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.smartems.fleet.devicetype.ConfigSlot;
import org.smartems.fleet.devicetype.DeviceTypeForm;
import org.smartems.fleet.devicetype.DeviceTypeOptions;
import org.smartems.fleet.devicetype.DeviceTypeOptions.Switched;
import org.smartems.fleet.devicetype.FirmwareSlot;
import org.smartems.spi.devicetype.PredefinedDeviceType;
import org.smartems.spi.procedure.Capability;

/** The form of a predefined device type. */
final class PresetForm {

    private static final int COMMON_NAME_PREFIX_LENGTH = 6;
    private static final String NO_AUTHENTICATION = "none";

    private PresetForm() {}

    /**
     * Fills a form in.
     *
     * @param defaults of the procedure, with what it requires
     */
    static DeviceTypeForm of(PredefinedDeviceType preset, DeviceTypeForm defaults) {
        Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
        capabilities.addAll(defaults.capabilities());
        capabilities.addAll(preset.capabilities());
        Map<Integer, FirmwareSlot> firmware = new TreeMap<>(defaults.firmware());
        Map<Integer, ConfigSlot> configs = new TreeMap<>(defaults.configs());
        for (int slot = 1; slot <= 3; slot++) {
            int number = slot;
            preset.firmwareName(slot).ifPresent(name -> firmware.put(number, new FirmwareSlot(name, "")));
            preset.configName(slot).ifPresent(name -> configs.put(number, new ConfigSlot(name, preset.isJson(number))));
        }
        return new DeviceTypeForm(
                preset.name(),
                preset.deviceName(),
                commonNamePrefix(preset),
                preset.procedure(),
                preset.routePrefix(),
                capabilities,
                firmware,
                configs,
                defaults.requirements(),
                defaults.firmwareVersioning(),
                options(preset, defaults.options()));
    }

    private static DeviceTypeOptions options(PredefinedDeviceType preset, DeviceTypeOptions defaults) {
        Switched signal = preset.minimumRsrp().isPresent()
                ? Switched.on(preset.minimumRsrp().getAsInt())
                : Switched.off();
        Switched aggregation = new Switched(preset.hasConnectionAggregation(), OptionalInt.of(24));
        String method = preset.authenticationMethod();
        return new DeviceTypeOptions(
                preset.icon(),
                preset.color(),
                Map.of(),
                method,
                method.equals(NO_AUTHENTICATION) ? "" : "user",
                false,
                false,
                defaults.commands(),
                signal,
                signal,
                aggregation,
                defaults.virtualSubnetCidr(),
                defaults.masqueradeType());
    }

    /** Every type needs one. */
    private static String commonNamePrefix(PredefinedDeviceType preset) {
        if (!preset.commonNamePrefix().isEmpty()) {
            return preset.commonNamePrefix();
        }
        String letters = preset.key().replace("-", "");
        return letters.substring(0, Math.min(letters.length(), COMMON_NAME_PREFIX_LENGTH));
    }
}
