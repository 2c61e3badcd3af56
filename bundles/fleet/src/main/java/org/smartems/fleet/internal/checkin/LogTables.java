// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.util.Collection;
import org.smartems.fleet.internal.command.CommandChange;
import org.smartems.fleet.internal.command.CommandRows;
import org.smartems.fleet.internal.log.Statements;

/** Writes the logs of the contacts of a batch: one statement for each table that any of them needs. */
final class LogTables {

    private final Statements statements;

    LogTables(Statements statements) {
        this.statements = statements;
    }

    /** Writes the logs of contacts whose states are written, in the transaction of this thread. */
    void insert(Collection<Write> writes) {
        ContactRows contacts = new ContactRows();
        EvidenceRows evidence = new EvidenceRows();
        CommandRows commands = new CommandRows();
        for (Write write : writes) {
            contacts.add(write);
            evidence.add(write);
            write.record().commands().forEach(change -> add(commands, change, write));
        }
        contacts.write(statements);
        evidence.write(statements);
        commands.write(statements);
    }

    private static void add(CommandRows commands, CommandChange change, Write write) {
        if (change.isNew()) {
            commands.create(change.command(), write.device(), write.record().deviceType());
            return;
        }
        commands.end(change, write.record().createdAt());
    }
}
