// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.log;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.internal.Refusals;
import org.smartems.fleet.internal.SecretReads;
import org.smartems.fleet.internal.store.Json;
import org.smartems.fleet.log.CheckInEntry;
import org.smartems.fleet.log.CommandEntry;
import org.smartems.fleet.log.CommunicationEntry;
import org.smartems.fleet.log.ContentLog;
import org.smartems.fleet.log.DeviceLogs;
import org.smartems.fleet.log.LogFilter;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.persistence.encryption.Encryption;
import org.smartems.platform.audit.Author;
import org.smartems.spi.procedure.LogLevel;

/** See {@link DeviceLogs}. */
@Component(service = DeviceLogs.class)
public final class StoredLogs implements DeviceLogs {

    private static final Duration WITHOUT_SINCE = Duration.ofDays(7);
    private static final TypeReference<Map<String, Object>> PARAMETERS = new TypeReference<>() {};

    private final Transactions transactions;
    private final Jdbc jdbc;
    private final Encryption encryption;
    private final Clock clock;

    /** Active once the tables are there, which the encryption tells. */
    @Activate
    public StoredLogs(@Reference Transactions transactions, @Reference Encryption encryption) {
        this(transactions, encryption, Clock.systemUTC());
    }

    StoredLogs(Transactions transactions, Encryption encryption, Clock clock) {
        this.transactions = transactions;
        this.jdbc = new Jdbc(transactions);
        this.encryption = encryption;
        this.clock = clock;
    }

    @Override
    public List<CheckInEntry> checkIns(LogFilter filter, int limit) {
        return list(LogTable.CHECK_IN, filter, limit, StoredLogs::checkIn);
    }

    @Override
    public List<CommunicationEntry> communication(LogFilter filter, int limit) {
        return list(LogTable.COMMUNICATION_LOG, filter, limit, StoredLogs::communication);
    }

    @Override
    public List<CommandEntry> commands(LogFilter filter, int limit) {
        return list(LogTable.DEVICE_COMMAND, filter, limit, StoredLogs::command);
    }

    @Override
    public Optional<byte[]> communicationContent(long id, Instant createdAt) {
        return content(LogTable.COMMUNICATION_LOG, id, createdAt);
    }

    @Override
    public Optional<byte[]> configContent(long id, Instant createdAt) {
        return content(LogTable.CONFIG_LOG, id, createdAt);
    }

    @Override
    public Optional<byte[]> diagnoseContent(long id, Instant createdAt) {
        return content(LogTable.DIAGNOSE_LOG, id, createdAt);
    }

    @Override
    public String show(Author author, ContentLog log, long id) {
        LogTable table = table(log);
        Sealed sealed = transactions
                .call(() -> jdbc.first(
                        "select created_at, content from " + table.table() + " where id = ?",
                        row -> new Sealed(instant(row, "created_at"), row.getBytes("content")),
                        id))
                .orElseThrow(Refusals::notFound);
        Refusals.denyIf(sealed.content() == null, log.id() + ".noContent");
        byte[] opened = encryption.decrypt(table.content(sealed.createdAt(), id), sealed.content());
        SecretReads.tell(author, "content", log.id(), id);
        return new String(opened, StandardCharsets.UTF_8);
    }

    private record Sealed(Instant createdAt, byte[] content) {}

    private static LogTable table(ContentLog log) {
        return switch (log) {
            case COMMUNICATION -> LogTable.COMMUNICATION_LOG;
            case CONFIG -> LogTable.CONFIG_LOG;
            case DIAGNOSE -> LogTable.DIAGNOSE_LOG;
        };
    }

    private <T> List<T> list(LogTable log, LogFilter filter, int limit, Jdbc.Row<T> row) {
        List<Object> values = new ArrayList<>();
        StringBuilder sql = new StringBuilder("select l.*, coalesce(d.identifier, '') as device, coalesce(t.name, '')")
                .append(" as device_type from ")
                .append(log.table())
                .append(" l left join fleet_device d on d.id = l.device_id")
                .append(" left join fleet_device_type t on t.id = l.device_type_id where l.created_at >= ?");
        values.add(filter.since().orElseGet(() -> clock.instant().minus(WITHOUT_SINCE)));
        filter.device().ifPresent(device -> {
            sql.append(" and l.device_id in (select id from fleet_device where identifier = ? or name = ?)");
            values.add(device);
            values.add(device);
        });
        if (log == LogTable.COMMUNICATION_LOG && filter.level() != LogLevel.DEBUG) {
            sql.append(" and l.level >= ?");
            values.add(filter.level().ordinal());
        }
        sql.append(" order by l.created_at desc, l.id desc limit ?");
        values.add(Math.min(limit, MOST));
        return transactions.call(() -> jdbc.list(sql.toString(), row, values.toArray()));
    }

    private Optional<byte[]> content(LogTable log, long id, Instant createdAt) {
        String sql = "select content from " + log.table() + " where id = ? and created_at = ? and content is not null";
        return transactions
                .call(() -> jdbc.first(sql, row -> row.getBytes(1), id, createdAt))
                .map(stored -> encryption.decrypt(log.content(createdAt, id), stored));
    }

    private static CheckInEntry checkIn(ResultSet row) throws SQLException {
        return new CheckInEntry(
                row.getLong("id"),
                instant(row, "created_at"),
                row.getString("request_id"),
                row.getString("device"),
                row.getString("device_type"),
                row.getString("outcome"),
                work(row),
                text(row, "command_name"),
                text(row, "firmware_version1"),
                text(row, "source_ip"));
    }

    private static String work(ResultSet row) throws SQLException {
        String kind = text(row, "work").toLowerCase(Locale.ROOT).replace('_', ' ');
        int slot = row.getInt("work_slot");
        return slot == 0 ? kind : kind + " " + slot;
    }

    private static CommunicationEntry communication(ResultSet row) throws SQLException {
        String messageId = row.getString("message_id");
        Map<String, Object> parameters = Json.read(row.getString("parameters"), PARAMETERS);
        return new CommunicationEntry(
                row.getLong("id"),
                instant(row, "created_at"),
                row.getLong("check_in_id"),
                row.getString("device"),
                row.getString("device_type"),
                LogLevel.values()[row.getInt("level")],
                messageId,
                parameters,
                Messages.english().text(messageId, parameters),
                row.getBytes("content") != null);
    }

    private static CommandEntry command(ResultSet row) throws SQLException {
        return new CommandEntry(
                row.getLong("id"),
                instant(row, "created_at"),
                instant(row, "updated_at"),
                row.getString("device"),
                row.getString("device_type"),
                row.getString("name"),
                row.getString("transaction_id"),
                row.getString("status"),
                text(row, "error_category"),
                text(row, "error_message"),
                instant(row, "expire_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }
}
