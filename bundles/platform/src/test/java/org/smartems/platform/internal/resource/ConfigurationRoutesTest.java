// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.smartems.api.error.ValidationException;
import org.smartems.resource.Permission;
import org.smartems.resource.testing.ResourceClient;

class ConfigurationRoutesTest extends ResourceFixture {

    private static final String SMARTEMS = "disableSmartemsRestApiDocumentation";

    @Test
    void answersTheGeneralConfigurationAndTakesItBack() throws Exception {
        ObjectNode general = (ObjectNode) admin.get("configuration/general");
        assertThat(members(general))
                .containsExactlyInAnyOrder(
                        "routerIdentifier",
                        "configGeneratorPhp",
                        "configGeneratorTwig",
                        "passwordExpireDays",
                        "passwordBlockReuseOldPasswordCount",
                        "passwordMinimumLength",
                        "passwordDigitRequired",
                        "passwordBigSmallCharRequired",
                        "passwordSpecialCharRequired",
                        "autoRemoveBackupsAfter",
                        "diskUsageAlarm",
                        "failedLoginAttemptsEnabled",
                        "failedLoginAttemptsLimit",
                        "failedLoginAttemptsDisablingDuration",
                        "maximumNewDevicesPerHour");
        assertThat(admin.post("configuration/general", general.toString())).isEqualTo(general);
        assertThat(text("select count(*) from platform_audit_log")).isEqualTo("0");
        general.put("diskUsageAlarm", 20).remove("maximumNewDevicesPerHour");
        JsonNode changed = admin.post("configuration/general", general.toString());
        assertThat(changed.path("diskUsageAlarm").asInt()).isEqualTo(20);
        assertThat(changed.path("maximumNewDevicesPerHour").asInt()).isEqualTo(1000);
        assertThat(text("select created_by || ' ' || entity_name from platform_audit_log_change"))
                .isEqualTo(root + " Configuration");
    }

    @Test
    void whatLocksDoIsThereOnlyWithLocks() {
        ObjectNode general = (ObjectNode) admin.get("configuration/general");
        general.put("failedLoginAttemptsEnabled", false);
        assertInvalid(
                ": validation.extraFields {fields=failedLoginAttemptsLimit, failedLoginAttemptsDisablingDuration}",
                () -> admin.post("configuration/general", sorted(general)));
        general.remove("failedLoginAttemptsLimit");
        general.remove("failedLoginAttemptsDisablingDuration");
        JsonNode off = admin.post("configuration/general", general.toString());
        assertThat(members(off)).doesNotContain("failedLoginAttemptsLimit", "failedLoginAttemptsDisablingDuration");
        general.put("failedLoginAttemptsEnabled", true);
        assertInvalid(
                "failedLoginAttemptsLimit: validation.required {};"
                        + " failedLoginAttemptsDisablingDuration: validation.required {}",
                () -> admin.post("configuration/general", general.toString()));
    }

    @Test
    void namesWhatIsWrong() {
        assertWrong("diskUsageAlarm", "101", "validation.rangeNotIn {");
        assertWrong("passwordMinimumLength", "0", "validation.greaterThanOrEqual {compared_value=1}");
        assertWrong("failedLoginAttemptsDisablingDuration", "'soon'", "validation.dateModifier {}");
        assertWrong("routerIdentifier", "'mac'", "validation.enum {}");
        assertWrong("routerIdentifier", "null", "validation.required {}");
        assertWrong("configGeneratorPhp", "true", "validation.config.configGeneratorPhpDisabled {}");
        assertWrong("autoRemoveBackupsAfter", "99999999999", "validation.");
    }

    @Test
    void answersHowMuchIsKeptOfTheLogsAndTakesItBack() {
        ObjectNode logs = (ObjectNode) admin.get("configuration/logs");
        assertThat(members(logs)).hasSize(20).contains("auditLogsCleanupSize", "importFileRowLogsCleanupDuration");
        assertThat(logs.path("auditLogsCleanupDuration").asInt()).isZero();
        assertThat(logs.path("userLoginAttemptsCleanupSize").asInt()).isEqualTo(100);
        logs.put("auditLogsCleanupDuration", 365);
        assertThat(admin.post("configuration/logs", logs.toString())).isEqualTo(logs);
        logs.remove("vpnLogsCleanupSize");
        assertInvalid(
                "vpnLogsCleanupSize: validation.required {}", () -> admin.post("configuration/logs", logs.toString()));
    }

    @Test
    void switchesTheDocumentationOfEachAudienceOffAndOn() throws Exception {
        String path = "configuration/documentation";
        assertThat(admin.get(path).toString()).isEqualTo(documentation(false, false, false));
        assertThat(admin.post(path, documentation(false, true, true)).toString())
                .isEqualTo(documentation(false, true, true));
        assertThat(admin.get(path).toString()).isEqualTo(documentation(false, true, true));
        assertThat(text("select concat_ws(' ', type, entity_name, old_values::jsonb->'" + SMARTEMS + "',"
                        + " new_values::jsonb->'" + SMARTEMS + "') from platform_audit_log_change"))
                .isEqualTo("update Configuration false true");
        assertThat(admin.post(path, "{'disableAdminRestApiDocumentation': true}")
                        .toString())
                .as("what is not sent is false")
                .isEqualTo(documentation(true, false, false));
        assertInvalid(": validation.extraFields {fields=disableAll}", () -> admin.post(path, "{'disableAll': true}"));
        assertThatThrownBy(() -> admin.post(path, "{'disableAdminRestApiDocumentation': 'yes'}"))
                .isInstanceOf(ValidationException.class);
        assertThat(admin.get(path).toString()).isEqualTo(documentation(true, false, false));
    }

    @Test
    void beginsAndEndsMaintenanceByBothMethods() throws Exception {
        for (String method : new String[] {"GET", "POST"}) {
            admin.call(method, "maintenance/mode/enable", "{}");
            assertThat(text("select maintenance_mode from platform_configuration"))
                    .isEqualTo("t");
            admin.call(method, "maintenance/mode/disable", "{}");
            assertThat(text("select maintenance_mode from platform_configuration"))
                    .isEqualTo("f");
        }
        assertThat(text("select count(*) from platform_audit_log_change")).isEqualTo("4");
    }

    @Test
    void isForAdministrators() {
        assertForbidden(() -> operator.get("configuration/general"));
        assertForbidden(() -> operator.post("configuration/logs", "{}"));
        assertForbidden(() -> operator.get("configuration/documentation"));
        assertForbidden(() -> operator.post("configuration/documentation", "{}"));
        assertForbidden(() -> operator.get("maintenance/mode/enable"));
    }

    @Test
    void eachPersonHasColumns() throws Exception {
        assertThat(operator.post("usertable/columns", "{'tableKey': 'device'}")).isEmpty();
        String columns = "[{\"name\":\"name\",\"visible\":true},{\"name\":\"imsi\",\"visible\":false}]";
        assertThat(operator.post("usertable/columns/edit", "{'tableKey': 'device', 'columns': " + columns + "}")
                        .toString())
                .isEqualTo(columns);
        assertThat(operator.post("usertable/columns", "{'tableKey': 'device'}").toString())
                .isEqualTo(columns);
        ResourceClient other = admin.as(addUser("other"), Permission.VPN);
        assertThat(other.post("usertable/columns", "{'tableKey': 'device'}")).isEmpty();
        assertInvalid("tableKey: validation.required {}", () -> operator.post("usertable/columns", "{}"));
        assertInvalid(
                "columns: validation.required {}",
                () -> operator.post("usertable/columns/edit", "{'tableKey': 'device'}"));
        assertInvalid(
                "columns.0.name: validation.required {}",
                () -> operator.post(
                        "usertable/columns/edit", "{'tableKey': 'device', 'columns': [{'visible': true}]}"));
    }

    @Test
    void eachPersonHasPreferences() throws Exception {
        String path = "profile/preferences";
        assertThat(operator.get(path)).hasToString("{}");
        operator.post(path, "{'dateFormat': 'yearFirst', 'rowsPerPage': 50}");
        assertThat(operator.post(path, "{'language': 'pt-BR'}"))
                .as("what is not sent stays")
                .hasToString("{\"dateFormat\":\"yearFirst\",\"language\":\"pt-BR\",\"rowsPerPage\":50}");
        assertThat(operator.post(path, "{'dateFormat': null, 'rowsPerPage': null}"))
                .as("null is as usual")
                .hasToString("{\"language\":\"pt-BR\"}");
        assertThat(text("select string_agg(concat_ws(' ', type, created_by = entity_id, new_values::jsonb), ';'"
                        + " order by id) from platform_audit_log_change where entity_name = 'UserPreference'"))
                .isEqualTo("update t {\"language\": null, \"dateFormat\": \"yearFirst\", \"rowsPerPage\": 50};"
                        + "update t {\"language\": \"pt-BR\"};update t {\"dateFormat\": null, \"rowsPerPage\": null}");
        ResourceClient other = admin.as(addUser("other"), Permission.VPN);
        assertThat(other.get(path)).hasToString("{}");
        assertInvalid("dateFormat: validation.enum {}", () -> other.post(path, "{'dateFormat': 'long'}"));
        assertInvalid("language: validation.regex {}", () -> other.post(path, "{'language': '../en'}"));
        assertThatThrownBy(() -> other.post(path, "{'rowsPerPage': 101}"))
                .isInstanceOfSatisfying(
                        ValidationException.class,
                        refusal -> assertThat(refusal.errors().get(0).message()).isEqualTo("validation.rangeNotIn"));
        assertRefused("notFound", () -> admin.as(77_777, Permission.VPN).post(path, "{'rowsPerPage': 5}"));
    }

    private static String documentation(boolean admin, boolean smartems, boolean vpn) {
        return "{\"disableAdminRestApiDocumentation\":" + admin + ",\"disableSmartemsRestApiDocumentation\":" + smartems
                + ",\"disableVpnSecuritySuiteRestApiDocumentation\":" + vpn + "}";
    }

    private void assertWrong(String field, String value, String message) {
        ObjectNode general = (ObjectNode) admin.get("configuration/general");
        general.remove(field);
        String body = general.toString();
        String changed = body.substring(0, body.length() - 1) + ",'" + field + "':" + value + "}";
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> admin.post("configuration/general", changed))
                .isInstanceOfSatisfying(org.smartems.api.error.ValidationException.class, refusal -> assertThat(
                                refusal.errors().get(0).path() + ": "
                                        + refusal.errors().get(0).message() + " "
                                        + refusal.errors().get(0).parameters())
                        .startsWith(field + ": " + message));
    }

    /** In the order of the contract, which the database does not keep. */
    private static String sorted(ObjectNode general) {
        ObjectNode sorted = general.deepCopy();
        JsonNode limit = sorted.remove("failedLoginAttemptsLimit");
        JsonNode duration = sorted.remove("failedLoginAttemptsDisablingDuration");
        sorted.set("failedLoginAttemptsLimit", limit);
        sorted.set("failedLoginAttemptsDisablingDuration", duration);
        return sorted.toString();
    }
}
