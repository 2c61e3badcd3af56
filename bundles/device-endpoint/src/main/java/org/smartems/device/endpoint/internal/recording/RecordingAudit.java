// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal.recording;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Set;
import org.smartems.device.endpoint.recording.RecordingOrder;
import org.smartems.persistence.Transactions;
import org.smartems.platform.audit.AuditLog;
import org.smartems.platform.audit.AuditedEntity;
import org.smartems.platform.audit.Author;

/** Tells the audit log who records what. */
final class RecordingAudit implements RecordingTrail {

    private final Transactions transactions;
    private final AuditLog auditLog;

    RecordingAudit(Transactions transactions, AuditLog auditLog) {
        this.transactions = transactions;
        this.auditLog = auditLog;
    }

    @Override
    public void started(Author author, String type, RecordingOrder order, Path directory) {
        AuditedEntity recording = entity(type, order, directory);
        transactions.run(() -> auditLog.created(author, recording, order.deviceType()));
    }

    /** The values are no row of a table: they are the statement, the texts as digits that mean nothing to SQL. */
    static AuditedEntity entity(String type, RecordingOrder order, Path directory) {
        String sql = "select jsonb_build_object('device_type', " + text(type) + ", 'directory', "
                + text(directory.toString()) + ", 'count', " + order.count() + ", 'minutes', "
                + order.time().toMinutes() + ") where ? > 0";
        return new AuditedEntity("Recording", sql, Set.of());
    }

    private static String text(String text) {
        String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        return "convert_from(decode('" + hex + "', 'hex'), 'UTF8')";
    }
}
