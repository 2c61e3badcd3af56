// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.log;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.smartems.persistence.encryption.EncryptionContext;

/** The tables that have a partition for each day of UTC. */
public enum LogTable {
    /** Contacts. */
    CHECK_IN("fleet_check_in"),
    /** Lines of contacts. */
    COMMUNICATION_LOG("fleet_communication_log"),
    /** Configs that devices reported. */
    CONFIG_LOG("fleet_config_log"),
    /** Diagnose data. */
    DIAGNOSE_LOG("fleet_diagnose_log"),
    /** Commands. */
    DEVICE_COMMAND("fleet_device_command"),
    /** Failed attempts to log in. */
    FAILED_LOGIN("fleet_failed_login");

    private static final long SECONDS_OF_DAY = 86_400;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** That of the last row: rows of one day come together. */
    private static volatile Day day = new Day(Long.MIN_VALUE, "");

    private final String table;

    private record Day(long number, String name) {}

    LogTable(String table) {
        this.table = table;
    }

    /** The name of the whole table. */
    public String table() {
        return table;
    }

    /** The name of the partition of a moment, whether it exists or not. */
    public String partition(Instant moment) {
        long number = Math.floorDiv(moment.getEpochSecond(), SECONDS_OF_DAY);
        Day last = day;
        if (last.number() != number) {
            last = new Day(number, DAY.format(moment));
            day = last;
        }
        return table + "_" + last.name();
    }

    /** The place of a sealed content. Its data key is that of the day, also while the row lies elsewhere. */
    public EncryptionContext content(Instant createdAt, long id) {
        return EncryptionContext.of(partition(createdAt), "content", id);
    }
}
