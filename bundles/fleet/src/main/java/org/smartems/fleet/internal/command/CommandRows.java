// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.command;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.smartems.fleet.internal.log.Column;
import org.smartems.fleet.internal.log.Columns;
import org.smartems.fleet.internal.log.LogTable;
import org.smartems.fleet.internal.log.Rows;
import org.smartems.fleet.internal.log.Statements;
import org.smartems.spi.procedure.CommandReport;

/** Changes of the command log. */
public final class CommandRows {

    private static final Columns NEW = Columns.of(
            Column.number("id"),
            Column.moment("created_at"),
            Column.moment("updated_at"),
            Column.number("device_id"),
            Column.number("device_type_id"),
            Column.text("name"),
            Column.text("transaction_id"),
            Column.text("kind"),
            Column.integer("slot"),
            Column.text("status"),
            Column.moment("expire_at"));
    private static final Columns ENDED = Columns.of(
            Column.number("id"),
            Column.moment("created_at"),
            Column.moment("updated_at"),
            Column.text("status"),
            Column.text("error_category"),
            Column.text("error_pid"),
            Column.text("error_message"));
    private static final String INSERT = NEW.insertInto(LogTable.DEVICE_COMMAND.table());
    private static final String UPDATE = ENDED.updateRowsOf(LogTable.DEVICE_COMMAND);

    private final Rows created = new Rows(NEW);
    private final Rows ended = new Rows(ENDED);

    /** Adds a new command of a device. */
    public void create(OpenCommand command, long device, long deviceType) {
        String at = command.createdAt().toString();
        created.add(
                command.id(),
                at,
                at,
                device,
                deviceType,
                command.name(),
                command.transactionId(),
                command.kind(),
                command.slot(),
                CommandChange.PENDING,
                command.expireAt().toString());
    }

    /** Adds the end of a command. */
    public void end(CommandChange change, Instant now) {
        ended.add(
                change.command().id(),
                change.command().createdAt().toString(),
                now.toString(),
                change.status(),
                text(change.report(), CommandReport::errorCategory),
                text(change.report(), CommandReport::errorPid),
                text(change.report(), CommandReport::errorMessage));
    }

    /** Writes what was added. */
    public void write(Statements statements) {
        statements.write(UPDATE, ended);
        statements.write(INSERT, created);
    }

    private static String text(Optional<CommandReport> report, Function<CommandReport, String> part) {
        return report.map(part).filter(text -> !text.isEmpty()).orElse(null);
    }
}
