// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.util.Optional;
import org.smartems.spi.procedure.CommandOffer;
import org.smartems.spi.procedure.FirmwareOffer;
import org.smartems.spi.procedure.Work;
import org.smartems.spi.procedure.WorkKind;

/**
 * Work as decided.
 *
 * @param kind what it is
 * @param slot of firmware or config, else 0
 * @param config the rendered config, else empty
 * @param isJson whether the config is JSON
 * @param firmware the firmware, when it is one
 * @param command the command, when the step is delivered as one
 */
record HandOut(
        WorkKind kind,
        int slot,
        String config,
        boolean isJson,
        Optional<FirmwareOffer> firmware,
        Optional<CommandOffer> command)
        implements Work {

    /** See {@link FirmwareOffer}. */
    record Firmware(String url, String md5, String version) implements FirmwareOffer {}

    /** See {@link CommandOffer}. */
    record Command(String name, String transactionId) implements CommandOffer {}

    static HandOut of(WorkKind kind) {
        return new HandOut(kind, 0, "", false, Optional.empty(), Optional.empty());
    }

    static HandOut config(int slot, String config, boolean isJson) {
        return new HandOut(WorkKind.CONFIG, slot, config, isJson, Optional.empty(), Optional.empty());
    }

    static HandOut firmware(int slot, Firmware firmware) {
        return new HandOut(WorkKind.FIRMWARE, slot, "", false, Optional.of(firmware), Optional.empty());
    }

    HandOut as(Command offer) {
        return new HandOut(kind, slot, config, isJson, firmware, Optional.of(offer));
    }
}
