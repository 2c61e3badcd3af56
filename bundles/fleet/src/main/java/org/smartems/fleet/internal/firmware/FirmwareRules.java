// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.firmware;

import java.util.Locale;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.fleet.firmware.ExternalFile;
import org.smartems.fleet.firmware.FirmwareForm;
import org.smartems.fleet.internal.Violations;
import org.smartems.fleet.internal.WebAddress;
import org.smartems.fleet.internal.devicetype.StoredDeviceTypes;
import org.smartems.spi.procedure.Capability;

/** Rules of firmware. Needs the caller's transaction. */
@Component(service = FirmwareRules.class)
public final class FirmwareRules {

    private static final Pattern MD5 = Pattern.compile("[0-9a-f]{32}");
    private static final int URL_LENGTH = 2048;

    private final StoredFirmware stored;
    private final StoredDeviceTypes types;

    @Activate
    public FirmwareRules(@Reference StoredFirmware stored, @Reference StoredDeviceTypes types) {
        this.stored = stored;
        this.types = types;
    }

    static FirmwareForm stripped(FirmwareForm form) {
        return new FirmwareForm(
                form.deviceType(),
                form.slot(),
                form.name().strip(),
                form.version().strip(),
                form.restricted());
    }

    static ExternalFile stripped(ExternalFile source) {
        return new ExternalFile(source.url().strip(), source.md5().strip().toLowerCase(Locale.ROOT));
    }

    void check(FirmwareForm form, Violations violations) {
        DeviceType type = types.available(form.deviceType());
        boolean possible = form.slot() >= 1 && form.slot() <= 3 && type.has(Capability.firmware(form.slot()));
        violations.require(possible, "feature", "firmware.featureInvalid");
        violations.required("version", form.version());
        checkName(form, violations);
    }

    void checkName(FirmwareForm form, Violations violations) {
        violations.required("name", form.name());
        boolean taken = stored.find(form.deviceType(), form.slot(), form.name()).isPresent();
        violations.require(!taken, "name", "firmware.nameNotUnique");
    }

    static void check(ExternalFile source, Violations violations) {
        violations.required("externalUrl", source.url(), URL_LENGTH);
        boolean valid = source.url().isEmpty() || WebAddress.isValid(source.url());
        violations.require(valid, "externalUrl", "url");
        violations.required("md5", source.md5());
        boolean hexadecimal =
                source.md5().isEmpty() || MD5.matcher(source.md5()).matches();
        violations.require(hexadecimal, "md5", "regex");
    }
}
