// SPDX-License-Identifier: Apache-2.0
package org.smartems.procedure.router;

import java.util.Locale;
import org.smartems.spi.procedure.CheckIn;
import org.smartems.spi.procedure.DeviceResponse;
import org.smartems.spi.procedure.FirmwareOffer;
import org.smartems.spi.procedure.Work;

/** Words a decision for a router: what to do is told by the content type. */
record RouterAnswer(String noChangeType, RouterTexts texts, VersionPatterns uppercase, String reportedVersion) {

    /** By slot; those of the device supervisor are in lower case for every router. */
    private static final String[] FIRMWARE_TYPES = {
        "",
        "configuration/firmwareupdate",
        "configuration/devicesupervisoragentpackage",
        "configuration/devicesupervisorpysdkpackage"
    };

    private static final String[] CONFIG_TYPES = {
        "", "configuration/Startup-config", "configuration/running-config", "configuration/devicesupervisorconfig"
    };

    DeviceResponse to(CheckIn checkIn) {
        return switch (checkIn.outcome()) {
            case WORK -> checkIn.work().map(this::toWork).orElseGet(this::noChange);
            case CREATED -> texts.created(checkIn.identifier());
            case UNKNOWN -> texts.unknown(checkIn.identifier());
            case DISABLED -> texts.disabled(checkIn);
            case MAINTENANCE -> texts.maintenance();
            case MISCONFIGURED -> texts.misconfigured();
            case TOO_MANY_NEW_DEVICES -> DeviceResponse.empty();
            default -> noChange();
        };
    }

    private DeviceResponse toWork(Work work) {
        return switch (work.kind()) {
            case DIAGNOSE -> typed("diagnose/senddiagnose", reportedVersion, "");
            case FIRMWARE -> firmware(work.firmware().orElseThrow(), work.slot());
            case CONFIG -> typed(CONFIG_TYPES[work.slot()], reportedVersion, work.config());
            default -> noChange();
        };
    }

    /** The case is what the firmware that is to be installed expects; {@code Booloader=Ture} is what routers read. */
    private DeviceResponse firmware(FirmwareOffer offer, int slot) {
        String body = "URL=\"" + offer.url() + "\"\r\n"
                + (slot == 1 ? "Booloader=Ture\r\n" : "")
                + "MD5=" + offer.md5() + "\r\n";
        return typed(FIRMWARE_TYPES[slot], offer.version(), body);
    }

    private DeviceResponse noChange() {
        return noChangeType.isEmpty() ? DeviceResponse.empty() : typed(noChangeType, reportedVersion, "");
    }

    private DeviceResponse typed(String type, String version, String body) {
        String sent = uppercase.matches(version) ? type : type.toLowerCase(Locale.ROOT);
        return DeviceResponse.text(sent, body);
    }
}
