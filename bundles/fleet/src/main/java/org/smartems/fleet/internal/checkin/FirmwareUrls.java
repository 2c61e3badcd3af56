// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import org.smartems.fleet.firmware.FirmwareLink;
import org.smartems.fleet.firmware.FirmwareLinks;
import org.smartems.fleet.internal.firmware.FirmwareSnapshot;
import org.smartems.spi.procedure.WorkStep;

/** Where devices get firmware. */
final class FirmwareUrls {

    private final FirmwareLinks links;

    FirmwareUrls(FirmwareLinks links) {
        this.links = links;
    }

    /** The address for a device: that of an external file as it is, else one of this server or what stands for it. */
    String of(Situation situation, WorkStep step, FirmwareSnapshot firmware) {
        if (firmware.externalUrl().isPresent()) {
            return firmware.externalUrl().get();
        }
        String own = situation.contact().origin().baseUrl();
        String baseUrl = situation.type().customFirmwareUrls().getOrDefault(step.slot(), own);
        boolean authenticated = step.command().isPresent();
        return links.url(
                baseUrl, new FirmwareLink(situation.device().id(), firmware.id(), firmware.fileName(), authenticated));
    }
}
