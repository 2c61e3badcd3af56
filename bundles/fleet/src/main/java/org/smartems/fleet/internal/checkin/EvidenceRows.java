// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import org.smartems.fleet.internal.log.Column;
import org.smartems.fleet.internal.log.Columns;
import org.smartems.fleet.internal.log.LogTable;
import org.smartems.fleet.internal.log.Rows;
import org.smartems.fleet.internal.log.Statements;
import org.smartems.spi.procedure.LogLevel;

/** Configs and diagnose data that devices reported. */
final class EvidenceRows {

    private static final Columns CONFIG = Columns.of(
            Column.number("id"),
            Column.moment("created_at"),
            Column.moment("updated_at"),
            Column.number("check_in_id"),
            Column.number("communication_log_id"),
            Column.number("device_id"),
            Column.number("device_type_id"),
            Column.ids("access_tags"),
            Column.integer("level"),
            Column.integer("slot"),
            Column.text("md5"),
            Column.bytes("content"));
    private static final Columns DIAGNOSE = Columns.of(
            Column.number("id"),
            Column.moment("created_at"),
            Column.number("check_in_id"),
            Column.number("communication_log_id"),
            Column.number("device_id"),
            Column.number("device_type_id"),
            Column.ids("access_tags"),
            Column.integer("level"),
            Column.bytes("content"));
    private static final Columns SEEN_AGAIN =
            Columns.of(Column.number("id"), Column.moment("created_at"), Column.moment("updated_at"));

    private static final String INSERT_CONFIGS = CONFIG.insertInto(LogTable.CONFIG_LOG.table());
    private static final String INSERT_DIAGNOSE = DIAGNOSE.insertInto(LogTable.DIAGNOSE_LOG.table());
    private static final String MOVE_DATES = SEEN_AGAIN.updateRowsOf(LogTable.CONFIG_LOG);
    private static final Integer LEVEL = LogLevel.INFO.ordinal();

    private final Rows configs = new Rows(CONFIG);
    private final Rows diagnose = new Rows(DIAGNOSE);
    private final Rows seenAgain = new Rows(SEEN_AGAIN);

    void add(Write write) {
        CheckInRecord record = write.record();
        String at = record.createdAt().toString();
        record.configs().forEach(config -> add(write, config));
        record.seenAgain()
                .forEach(mark -> seenAgain.add(mark.id(), mark.createdAt().toString(), at));
        record.diagnose()
                .ifPresent(data -> diagnose.add(
                        data.id(),
                        at,
                        record.id(),
                        data.line(),
                        write.device(),
                        record.deviceType(),
                        record.accessTags(),
                        LEVEL,
                        data.content()));
    }

    void write(Statements statements) {
        statements.write(INSERT_CONFIGS, configs);
        statements.write(MOVE_DATES, seenAgain);
        statements.write(INSERT_DIAGNOSE, diagnose);
    }

    private void add(Write write, SealedContent config) {
        CheckInRecord record = write.record();
        String at = record.createdAt().toString();
        configs.add(
                config.id(),
                at,
                at,
                record.id(),
                config.line(),
                write.device(),
                record.deviceType(),
                record.accessTags(),
                LEVEL,
                config.slot(),
                config.md5(),
                config.content());
    }
}
