// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal;

import java.util.ArrayList;
import java.util.List;

/** Statements that fill every table that people see lists of; they may be repeated with larger numbers. */
final class ManyRows {

    private static final String MADE =
            ", 'version', 1, 'created_at', now() - interval '2 years', 'updated_at', now(), 'created_by', 7";
    private static final String FILE =
            ", 'source_type', 'externalUrl', 'md5', '', 'filename', 'f', 'external_url', 'https://x/'";

    private final List<String> statements = new ArrayList<>();
    private final long type;
    private final int number;
    private final String ofType;

    private ManyRows(long type, int number) {
        this.type = type;
        this.number = number;
        this.ofType = "'id', n, 'device_type_id', " + type + MADE;
    }

    /**
     * All of one type, which exists.
     *
     * @param type of the devices
     * @param number of rows in each other table
     * @param devices how many there are, evenly spread over the templates, two in a hundred with access tag 1
     */
    static List<String> of(long type, int number, int devices) {
        ManyRows rows = new ManyRows(type, number);
        rows.addTypes();
        rows.addFiles();
        rows.addTemplates();
        rows.addDevices(devices);
        rows.addLogs();
        rows.statements.add("analyze");
        return rows.statements;
    }

    private void addTypes() {
        String members = "'id', 1000 + n, 'name', 'type' || n, 'slug', 'type' || n, 'route_prefix', '/t' || n,"
                + " 'certificate_common_name_prefix', 'T' || n";
        String from = "fleet_device_type t, " + series(number) + " where t.id = " + type;
        insert("fleet_device_type", "t", members, from);
        String text = "'label', 'l', 'type', 'string', 'use_as_variable', false";
        add("fleet_custom_data_field", number, ofType, "'path', '/p' || n, " + text);
        add("fleet_hardware", number, ofType, "'name', n, 'identifier', n");
        String rule = "'versioning', 'anySchema', 'allow_downgrade', false";
        add("fleet_firmware_rule", Math.min(number, 3), ofType, "'slot', n, " + rule);
        String credential = "'username', 'u' || n, 'password', '', 'enabled', true";
        add("fleet_device_credential", number, "'id', n" + MADE, credential);
        add("fleet_device_credential_type", number, "'credential_id', n", "'device_type_id', " + type);
    }

    private void addFiles() {
        String config = "'uuid', n, 'slot', 1, 'name', n, 'generator', 'twig', 'content', ''";
        add("fleet_config", number, ofType, config);
        String firmware = "'uuid', n, 'slot', 1, 'name', n, 'firmware_version', n, 'restricted', false";
        add("fleet_firmware", number, ofType, firmware + FILE);
        add("fleet_firmware_hardware", number, "'id', n" + MADE, "'firmware_id', n, 'hardware_id', n" + FILE);
    }

    private void addTemplates() {
        add("fleet_label", number, "'id', n" + MADE, "'name', 'label' || n");
        add("fleet_template", number, ofType, "'name', 'template' || n");
        String version = "'type', 'production', 'name', n, 'variables', '[]'::jsonb, 'config1_id', n,"
                + " 'firmware1_id', n, 'device_labels', '{1}', 'access_tags', '{1}'";
        add("fleet_template_version", number, "'id', n, 'template_id', n" + MADE, version);
        statements.add("update fleet_template set production_version_id = id");
    }

    private void addDevices(int devices) {
        statements.add("insert into fleet_device (id, version, uuid, device_type_id, identifier, identifier_reported,"
                + " name, enabled, staging, created_at, updated_at, labels, access_tags, template_id) select n, 1,"
                + " 'u' || n, " + type + ", 's' || n, true, 'd' || n, true, false, now(), now(), '{1}',"
                + " case when n % 100 < 2 then '{1}'::bigint[] else '{}' end, 1 + n % " + number + " from "
                + series(devices) + " on conflict do nothing");
        statements.add("insert into fleet_device_state (device_id, device_type_id) select id, device_type_id"
                + " from fleet_device on conflict do nothing");
    }

    private void addLogs() {
        String logged = ofType
                + ", 'device_id', n, 'check_in_id', n, 'communication_log_id', n, 'level', 1, 'access_tags', '{1}',"
                + " 'created_at', now()";
        add("fleet_check_in", number, logged, "'request_id', 'r' || n, 'outcome', 'none', 'enabled', true");
        add("fleet_communication_log", number, logged, "'message_id', 'incomingRequest', 'parameters', '{}'::jsonb");
        add("fleet_config_log", number, logged, "'slot', 1, 'md5', 'm' || n, 'content', ''");
        add("fleet_diagnose_log", number, logged, "'content', ''");
        String command = "'name', 'get_config', 'transaction_id', 't' || n, 'kind', 'CONFIG', 'slot', 1,"
                + " 'status', 'success', 'expire_at', now()";
        add("fleet_device_command", number, logged, command);
        String attempt = "'remote_host', 'h', 'url', '/', 'username', 'u', 'authentication_method', 'digest'";
        add("fleet_failed_login", number, logged, attempt);
    }

    /** Rows with these members, once for each n. */
    private void add(String table, int rows, String some, String more) {
        insert(table, "null::" + table, some + ", " + more, series(rows));
    }

    private void insert(String table, String original, String members, String from) {
        statements.add("insert into " + table + " select (jsonb_populate_record(" + original + ", jsonb_build_object("
                + members + "))).* from " + from + " on conflict do nothing");
    }

    private static String series(int rows) {
        return "generate_series(1, " + rows + ") n";
    }
}
