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

    /** The values are no row of a table: they are the statement, as digits that mean nothing to SQL. */
    @Override
    public void started(Author author, String type, RecordingOrder order, Path directory) {
        String values = "{\"device_type\":" + quoted(type) + ",\"directory\":" + quoted(directory.toString())
                + ",\"count\":" + order.count() + ",\"minutes\":" + order.time().toMinutes() + "}";
        String hex = HexFormat.of().formatHex(values.getBytes(StandardCharsets.UTF_8));
        AuditedEntity recording = new AuditedEntity(
                "Recording", "select convert_from(decode('" + hex + "', 'hex'), 'UTF8')::jsonb where ? > 0", Set.of());
        transactions.run(() -> auditLog.created(author, recording, order.deviceType()));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
