// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.smartems.fleet.catalogue.Catalogue;
import org.smartems.fleet.firmware.FirmwareLinks;
import org.smartems.fleet.internal.delivery.Deliveries;
import org.smartems.fleet.internal.firmware.Versionings;
import org.smartems.fleet.internal.log.FailedLogins;
import org.smartems.fleet.internal.log.LogIds;
import org.smartems.fleet.internal.log.Statements;
import org.smartems.fleet.internal.store.VariablesConverter;
import org.smartems.fleet.internal.template.TemplateSnapshots;
import org.smartems.persistence.Transactions;
import org.smartems.persistence.encryption.Encryption;

/**
 * What the check-in needs of the rest of the server.
 *
 * @param transactions on the database
 * @param encryption of contents
 * @param catalogue of device types and credentials
 * @param templates with their configs compiled
 * @param versionings orders of firmware versions
 * @param links to firmware files
 * @param settings in memory
 * @param clock of the server
 * @param home see {@link Deliveries#home}
 */
record Surroundings(
        Transactions transactions,
        Encryption encryption,
        Catalogue catalogue,
        TemplateSnapshots templates,
        Versionings versionings,
        FirmwareLinks links,
        Supplier<Settings> settings,
        Clock clock,
        Supplier<String> home) {

    /** Puts the parts of the check-in together and starts their threads. */
    CheckInService start() {
        return start(CheckInConfiguration.MAXIMUM_BATCH);
    }

    /** The same with fewer reports in a transaction. */
    CheckInService start(int mostAtOnce) {
        LogIds ids = new LogIds(transactions);
        Deliveries deliveries = new Deliveries(transactions, home);
        FailedLogins failedLogins = new FailedLogins(transactions, ids, clock);
        DeviceReader reader = new DeviceReader(transactions, mostAtOnce);
        CheckInWriter writer = new CheckInWriter(
                transactions,
                new StateTable(transactions),
                new LogTables(new Statements(transactions)),
                new Arrivals(transactions, ids, () -> settings.get().maximumNewDevicesPerHour()),
                mostAtOnce);
        deliveries.start();
        failedLogins.start();
        return new CheckInService(new CheckInService.Parts(
                settings,
                reader,
                new Situations(reader, catalogue, templates, clock),
                new Decider(tools(deliveries, ids)),
                new Recorder(ids, encryption),
                writer,
                deliveries,
                failedLogins,
                new NewDeviceLimit(),
                clock));
    }

    private Tools tools(Deliveries deliveries, LogIds ids) {
        return new Tools(
                deliveries.node(),
                deliveries::fate,
                ids::next,
                () -> UUID.randomUUID().toString(),
                new FirmwareUrls(links),
                versionings::find,
                VariablesConverter::read,
                () -> settings.get().configLogDays());
    }
}
