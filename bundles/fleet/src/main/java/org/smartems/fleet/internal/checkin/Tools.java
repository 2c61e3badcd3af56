// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.smartems.fleet.Variable;
import org.smartems.fleet.internal.delivery.Delivering;
import org.smartems.fleet.internal.delivery.Fate;
import org.smartems.fleet.internal.firmware.VersionOrder;

/**
 * What decisions ask for besides their situation.
 *
 * @param node name of this process
 * @param fates of the answers of this process
 * @param ids of log rows
 * @param transactionIds random UUIDs
 * @param urls of firmware files
 * @param versionings orders of firmware versions by id
 * @param variables reads the JSON of a device's variables
 * @param configLogDays how long config logs are kept, 0 = for ever
 */
record Tools(
        String node,
        Fates fates,
        LongSupplier ids,
        Supplier<String> transactionIds,
        FirmwareUrls urls,
        Function<String, Optional<VersionOrder>> versionings,
        Function<String, List<Variable>> variables,
        IntSupplier configLogDays) {

    /** Tells what became of work that this process has noted with a device. */
    @FunctionalInterface
    interface Fates {
        Fate of(long device, Delivering work);
    }
}
