// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.devicetype;

import java.util.Set;
import org.smartems.fleet.devicetype.ConfigSlot;
import org.smartems.fleet.devicetype.DeviceTypeForm;
import org.smartems.fleet.devicetype.FirmwareSlot;
import org.smartems.fleet.internal.Violations;
import org.smartems.fleet.internal.WebAddress;
import org.smartems.spi.procedure.Capability;

/** Rules of the texts of a device type. */
final class FormRules {

    static final int COMMON_NAME_PREFIX_LENGTH = 6;

    private final Violations violations;

    FormRules(Violations violations) {
        this.violations = violations;
    }

    void check(DeviceTypeForm form) {
        violations.required("name", form.name());
        violations.required("deviceName", form.deviceName());
        violations.required(
                "certificateCommonNamePrefix", form.certificateCommonNamePrefix(), COMMON_NAME_PREFIX_LENGTH);
        violations.required("routePrefix", form.routePrefix());
        Set<Capability> capabilities = form.capabilities();
        for (int slot = 1; slot <= 3; slot++) {
            if (capabilities.contains(Capability.firmware(slot))) {
                check(slot, form.firmware().getOrDefault(slot, new FirmwareSlot("", "")));
            }
            if (capabilities.contains(Capability.config(slot))) {
                violations.required(
                        "nameConfig" + slot,
                        form.configs()
                                .getOrDefault(slot, new ConfigSlot("", false))
                                .name());
            }
        }
    }

    private void check(int slot, FirmwareSlot firmware) {
        violations.required("nameFirmware" + slot, firmware.name());
        String url = firmware.customUrl();
        violations.length("customUrlFirmware" + slot, url, Violations.TEXT_LENGTH);
        violations.require(url.isEmpty() || WebAddress.isValid(url), "customUrlFirmware" + slot, "url");
    }
}
