// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.firmware;

import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.persistence.Transactions;
import org.smartems.spi.job.Job;

/** Deletes the files of firmware that was deleted within a transaction of somebody else, or right before a crash. */
@Component
public final class LeftFiles implements Job {

    private final Transactions transactions;
    private final StoredFirmware stored;
    private final FirmwareFiles files;

    @Activate
    public LeftFiles(
            @Reference Transactions transactions, @Reference StoredFirmware stored, @Reference FirmwareFiles files) {
        this.transactions = transactions;
        this.stored = stored;
        this.files = files;
    }

    @Override
    public String name() {
        return "fleet-firmware-files";
    }

    @Override
    public Duration interval() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        transactions.call(stored::left).forEach(files::deleteUnneeded);
    }
}
