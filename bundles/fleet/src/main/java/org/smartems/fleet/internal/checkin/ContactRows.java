// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.util.ArrayList;
import java.util.List;
import org.smartems.fleet.internal.log.Column;
import org.smartems.fleet.internal.log.Columns;
import org.smartems.fleet.internal.log.LogTable;
import org.smartems.fleet.internal.log.Rows;
import org.smartems.fleet.internal.log.Statements;
import org.smartems.spi.procedure.CommandOffer;
import org.smartems.spi.procedure.Work;

/** What every contact leaves in the logs: a row of its own and the lines of the communication log. */
final class ContactRows {

    private static final Columns CHECK_IN = Columns.of(
                    Column.number("id"),
                    Column.moment("created_at"),
                    Column.text("request_id"),
                    Column.number("device_id"),
                    Column.number("device_type_id"),
                    Column.number("credential_id"),
                    Column.text("outcome"),
                    Column.bool("enabled"),
                    Column.text("work"),
                    Column.integer("work_slot"),
                    Column.text("command_name"))
            .and(FactRow.COLUMNS);
    private static final Columns LINE = Columns.of(
            Column.number("id"),
            Column.moment("created_at"),
            Column.number("check_in_id"),
            Column.number("device_id"),
            Column.number("device_type_id"),
            Column.ids("access_tags"),
            Column.integer("level"),
            Column.text("message_id"),
            Column.json("parameters"),
            Column.bytes("content"));
    private static final String INSERT_LINES = LINE.insertInto(LogTable.COMMUNICATION_LOG.table());
    private static final String INSERT = CHECK_IN.insertInto(LogTable.CHECK_IN.table()) + ";" + INSERT_LINES;

    private final Rows checkIns = new Rows(CHECK_IN);
    private final Rows lines = new Rows(LINE);

    void add(Write write) {
        CheckInRecord record = write.record();
        checkIns.add(row(record, orNull(write.device())));
        addLines(record, new Owner(write.device(), record.accessTags()), record.lines());
    }

    void write(Statements statements) {
        statements.write(INSERT, checkIns, lines);
    }

    /**
     * The device that lines are about.
     *
     * @param device id, 0 without one
     * @param accessTags of that device
     */
    record Owner(long device, String accessTags) {}

    /** Writes lines of another device than the one that called. */
    static void write(Statements statements, CheckInRecord record, Owner owner, List<SealedLine> more) {
        ContactRows rows = new ContactRows();
        rows.addLines(record, owner, more);
        statements.write(INSERT_LINES, rows.lines);
    }

    private void addLines(CheckInRecord record, Owner owner, List<SealedLine> more) {
        String at = record.createdAt().toString();
        Long id = orNull(owner.device());
        for (SealedLine line : more) {
            lines.add(
                    line.id(),
                    at,
                    record.id(),
                    id,
                    record.deviceType(),
                    owner.accessTags(),
                    line.level(),
                    line.messageId(),
                    line.parameters(),
                    line.content());
        }
    }

    private static Object[] row(CheckInRecord record, Long device) {
        List<Object> row = new ArrayList<>(CHECK_IN.all().size());
        row.add(record.id());
        row.add(record.createdAt().toString());
        row.add(record.requestId());
        row.add(device);
        row.add(record.deviceType());
        row.add(record.credential().isPresent() ? (Object) record.credential().getAsLong() : null);
        row.add(record.outcome());
        row.add(record.enabled());
        row.add(record.work().map(work -> work.kind().name()).orElse(null));
        row.add(record.work().map(Work::slot).orElse(null));
        row.add(record.work().flatMap(Work::command).map(CommandOffer::name).orElse(null));
        FactRow.add(row, record.facts());
        return row.toArray();
    }

    private static Long orNull(long device) {
        return device == 0 ? null : (Long) device;
    }
}
