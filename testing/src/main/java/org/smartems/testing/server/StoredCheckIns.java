// SPDX-License-Identifier: Apache-2.0
package org.smartems.testing.server;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * What the tables of a server hold of the devices of the demo, read past the server. Safe for use by many threads.
 *
 * @param source connections to its database
 */
public record StoredCheckIns(DataSource source) {

    private static final String CONFIGS = " and work = 'CONFIG' and work_slot = 1";

    private static final String REQUESTS =
            "select count(distinct request_id) from fleet_check_in where request_id = any (?)";

    private static final String REPORTED =
            "select count(*) from fleet_device_command where transaction_id = any (?) and status <> 'pending'";

    /** Those lines every contact leaves: the first two and the last two. */
    private static final String UNLOGGED =
            """
            select count(*) from fleet_check_in c left join (
                select check_in_id, count(distinct message_id) as lines from fleet_communication_log
                where message_id in ('requestDebug', 'incomingRequest', 'requestProcessed', 'responseDebug')
                group by check_in_id) l on l.check_in_id = c.id
            where c.request_id = any (?) and l.lines is distinct from 4""";

    /** The entry was made then, or goes on since the config is still the same. */
    private static final String CONFIGS_SENT =
            """
            select count(distinct c.request_id) from fleet_check_in c join fleet_config_log l
                on l.device_id = c.device_id and c.created_at between l.created_at and l.updated_at
            where c.request_id = any (?)""";

    private static final String DIAGNOSE_DATA_SENT =
            """
            select count(distinct c.request_id) from fleet_check_in c
            join fleet_diagnose_log l on l.check_in_id = c.id where c.request_id = any (?)""";

    /** A command that is open is known to its device's state, and the other way round. */
    private static final String OPEN_ON_ONE_SIDE =
            """
            select count(*) from fleet_device_command c join fleet_device_state s using (device_id)
            where (c.status = 'pending') <> (s.commands::text like '%' || c.transaction_id || '%')""";

    private static final String UNDER_WAY =
            """
            select count(*) from fleet_device_state s join fleet_device d on d.id = s.device_id
            where s.delivering is not null and d.identifier like 'DEMO%'""";

    private static final String DEVICES = "select count(*) from fleet_device where identifier like 'DEMO%'";

    private static final String PENDING =
            """
            select count(*) from fleet_device_state where serial_number = any (?)
                and (reinstall_config1 <> 0 or delivering is not null)""";

    private static final String HANDED_OUT =
            """
            select count(distinct serial_number) from fleet_check_in where serial_number = any (?)
                and work = 'CONFIG' and work_slot = 1 and created_at >= ?::timestamptz""";

    private static final String REQUEST_CONFIGS =
            """
            update fleet_device_state s set reinstall_config1 = flag_sequence + 1,
                request_config_data = case when d.identifier like 'DEMOG%' then flag_sequence + 1 else 0 end,
                request_diagnose_data = case when d.identifier like 'DEMOR%' then flag_sequence + 1 else 0 end,
                flag_sequence = flag_sequence + 1, revision = revision + 1
            from fleet_device d where d.id = s.device_id and d.enabled and d.template_id is not null
                and d.identifier like 'DEMO%'
            returning d.identifier""";

    /**
     * What was found of what devices were told.
     *
     * @param acknowledged how many check-ins
     * @param found how many of them are stored
     * @param problems what is missing or contradicts itself, in words
     */
    public record Found(int acknowledged, long found, List<String> problems) {}

    /**
     * Looks for everything that devices were told so far.
     *
     * @param told may go on growing
     * @return what there is
     * @throws SQLException when the database does not answer
     */
    public Found find(AcknowledgedCheckIns told) throws SQLException {
        List<String> problems = new ArrayList<>();
        String[] requests = array(told.requests());
        String[] configs = array(told.withConfig());
        String[] reported = array(told.reported());
        String[] sentConfig = array(told.sentConfig());
        String[] diagnosed = array(told.sentDiagnoseData());
        long found = count(REQUESTS, (Object) requests);
        compare(problems, "acknowledged check-ins", requests.length, found);
        compare(problems, "configs that were handed out", configs.length, count(REQUESTS + CONFIGS, (Object) configs));
        compare(problems, "commands whose report was taken", reported.length, count(REPORTED, (Object) reported));
        compare(problems, "configs that were sent", sentConfig.length, count(CONFIGS_SENT, (Object) sentConfig));
        compare(problems, "diagnose data", diagnosed.length, count(DIAGNOSE_DATA_SENT, (Object) diagnosed));
        require(problems, "contacts lack lines in the log", count(UNLOGGED, (Object) requests));
        require(problems, "commands are open on one side only", count(OPEN_ON_ONE_SIDE));
        return new Found(requests.length, found, List.copyOf(problems));
    }

    private static String[] array(Collection<String> values) {
        return values.toArray(String[]::new);
    }

    private static void compare(List<String> problems, String what, int told, long found) {
        if (found != told) {
            problems.add((told - found) + " of " + told + " " + what + " are missing");
        }
    }

    private static void require(List<String> problems, String what, long found) {
        if (found != 0) {
            problems.add(found + " " + what);
        }
    }

    /**
     * Requests a config for every device that can get one, and what it has to send: its config or diagnose data.
     *
     * @return how many there are
     * @throws SQLException when the database does not answer
     */
    public int requestConfigs() throws SQLException {
        return requestConfigsBySerial().size();
    }

    /**
     * Does the same as {@link #requestConfigs()}, and tells for which.
     *
     * @return their serial numbers
     * @throws SQLException when the database does not answer
     */
    public Set<String> requestConfigsBySerial() throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(REQUEST_CONFIGS);
                ResultSet rows = statement.executeQuery()) {
            Set<String> devices = new HashSet<>();
            while (rows.next()) {
                devices.add(rows.getString(1));
            }
            return devices;
        }
    }

    /**
     * Devices whose config is still requested or under way.
     *
     * @param serials of the devices in question
     * @return how many
     * @throws SQLException when the database does not answer
     */
    public long pendingConfigs(Collection<String> serials) throws SQLException {
        return count(PENDING, (Object) array(serials));
    }

    /**
     * Devices that were handed out a config, whether it arrived or not.
     *
     * @param serials of the devices in question
     * @param since when
     * @return how many
     * @throws SQLException when the database does not answer
     */
    public long handedOut(Collection<String> serials, Instant since) throws SQLException {
        return count(HANDED_OUT, array(serials), since.toString());
    }

    /**
     * Devices whose answer with work is under way.
     *
     * @return how many
     * @throws SQLException when the database does not answer
     */
    public long underWay() throws SQLException {
        return count(UNDER_WAY);
    }

    /**
     * Devices that are known.
     *
     * @return how many
     * @throws SQLException when the database does not answer
     */
    public long devices() throws SQLException {
        return count(DEVICES);
    }

    private long count(String sql, Object... parameters) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
