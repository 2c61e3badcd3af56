// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.command;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.fleet.device.DeviceCommands;
import org.smartems.fleet.device.Devices;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.internal.device.WorkFlags;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.platform.audit.AuditLog;
import org.smartems.platform.audit.AuditedEntity;
import org.smartems.platform.audit.Author;

/** See {@link DeviceCommands}. */
@Component(service = DeviceCommands.class)
public final class DeviceCommandService implements DeviceCommands {

    private static final AuditedEntity COMMAND = AuditedEntity.row("DeviceCommand", "fleet_device_command");

    /** What a retry forgets of a device. */
    private static final AuditedEntity FAILURES = new AuditedEntity(
            "Device",
            "select jsonb_build_object('command_retry_count', command_retry_count, 'last_command_critical',"
                    + " last_command_critical) from fleet_device_state where device_id = ?",
            Set.of());

    private static final String COMMANDS = "select id, transaction_id, kind, slot, status from fleet_device_command"
            + " where device_id = ? and (?::text is null or transaction_id = ?)";

    private static final String FORGET =
            """
            update fleet_device_state s set revision = revision + 1, commands = coalesce((
                select jsonb_agg(c order by position)
                from jsonb_array_elements(s.commands) with ordinality e (c, position)
                where c ->> 'transactionId' <> all (string_to_array(?, ' '))), '[]')
            where device_id = ?""";

    private final Transactions transactions;
    private final Jdbc jdbc;
    private final Devices devices;
    private final AuditLog audit;
    private final Clock clock = Clock.systemUTC();

    private record Command(long id, String transactionId, String kind, int slot, String status) {

        Optional<WorkFlag> flag() {
            return Arrays.stream(WorkFlag.values())
                    .filter(flag -> flag.kind().name().equals(kind) && flag.slot() == slot)
                    .findFirst();
        }
    }

    @Activate
    public DeviceCommandService(
            @Reference Transactions transactions, @Reference Devices devices, @Reference AuditLog audit) {
        this.transactions = transactions;
        this.jdbc = new Jdbc(transactions);
        this.devices = devices;
        this.audit = audit;
    }

    @Override
    public List<String> cancel(Author author, long device, Optional<String> transactionId) {
        return transactions.call(() -> {
            lock(device);
            List<Command> open = commands(device, transactionId, " and status = 'pending' order by created_at, id");
            if (open.isEmpty()) {
                throw conflict("noOpenCommand", "The device has no such open command");
            }
            List<Long> ids = open.stream().map(Command::id).toList();
            return audit.changedMany(author, COMMAND, ids, () -> forget(device, open));
        });
    }

    private List<String> forget(long device, List<Command> open) {
        List<String> transactionIds = open.stream().map(Command::transactionId).toList();
        jdbc.update(FORGET, String.join(" ", transactionIds), device);
        Set<WorkFlag> flags =
                open.stream().flatMap(command -> command.flag().stream()).collect(Collectors.toSet());
        WorkFlags.withdraw(jdbc, flags, "d.id = ?", device);
        open.forEach(command -> jdbc.update(
                "update fleet_device_command set status = ?, updated_at = ? where id = ?",
                CommandChange.EXPIRED,
                clock.instant(),
                command.id()));
        return transactionIds;
    }

    @Override
    public WorkFlag retry(Author author, long device, Optional<String> transactionId) {
        return transactions.call(() -> {
            lock(device);
            Command command = commands(device, transactionId, " order by created_at desc, id desc limit 1").stream()
                    .findFirst()
                    .orElseThrow(() -> conflict("noCommand", "The device was given no such command"));
            WorkFlag flag = retried(command);
            audit.<Void, RuntimeException>changed(author, FAILURES, device, () -> {
                jdbc.update(
                        "update fleet_device_state set revision = revision + 1, command_retry_count = 0,"
                                + " last_command_critical = false where device_id = ?",
                        device);
                return null;
            });
            devices.flag(author, device, flag, true);
            return flag;
        });
    }

    private static WorkFlag retried(Command command) {
        if (command.status().equals(CommandChange.PENDING)) {
            throw conflict("commandOpen", "The device has not reported on the command yet: cancel it first");
        }
        if (command.status().equals("success")) {
            throw conflict("commandSucceeded", "The command has succeeded");
        }
        return command.flag().orElseThrow(() -> conflict("commandUnknown", "The command cannot be given by request"));
    }

    /** As a check-in does, which otherwise could write over what is changed here. */
    private void lock(long device) {
        devices.get(device);
        jdbc.list("select 1 from fleet_device_state where device_id = ? for update", row -> 1, device);
    }

    private List<Command> commands(long device, Optional<String> transactionId, String rest) {
        String id = transactionId.orElse(null);
        return jdbc.list(COMMANDS + rest, DeviceCommandService::command, device, id, id);
    }

    private static Command command(ResultSet row) throws SQLException {
        return new Command(row.getLong(1), row.getString(2), row.getString(3), row.getInt(4), row.getString(5));
    }

    private static PlatformException conflict(String code, String message) {
        return new PlatformException(ErrorCategory.CONFLICT, "deviceCommand." + code, message);
    }
}
