// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.api.error.FieldError;
import org.smartems.platform.audit.Author;
import org.smartems.platform.configuration.ConfiguredLog;
import org.smartems.platform.configuration.GeneralConfiguration;
import org.smartems.platform.configuration.GeneralForm;
import org.smartems.platform.configuration.GeneralForm.Locks;
import org.smartems.platform.configuration.GeneralForm.Passwords;
import org.smartems.platform.configuration.HiddenDocumentation;
import org.smartems.platform.configuration.RouterIdentifier;
import org.smartems.platform.internal.DatabaseFixture;
import org.smartems.platform.internal.audit.AuditLogService;

class ConfigurationAdministrationTest extends DatabaseFixture {

    private static final Author ANNA = Author.user(7, "anna");
    private static final Passwords PASSWORDS = new Passwords(number(90), number(3), number(12), true, true, true);
    private static final Locks LOCKS = new Locks(true, number(5), " +1 day ");
    private static final OptionalInt NONE = OptionalInt.empty();

    private final AtomicLong now = new AtomicLong();
    private ConfigurationService configurations;
    private ConfigurationAdministrationService administration;

    @BeforeEach
    void create() {
        AuditLogService log = new AuditLogService(transactions);
        configurations = new ConfigurationService(unit, transactions, log, now::get);
        administration = new ConfigurationAdministrationService(transactions, log, configurations);
    }

    @Test
    void replacesTheGeneralConfiguration() throws Exception {
        assertThat(configurations.general().passwordExpireDays()).isZero();
        administration.editGeneral(
                ANNA, new GeneralForm("imsi", false, true, PASSWORDS, LOCKS, number(30), number(0), number(9)));
        GeneralConfiguration general = configurations.general();
        assertThat(general.routerIdentifier()).isEqualTo(RouterIdentifier.IMSI);
        assertThat(general.maximumNewDevicesPerHour()).isEqualTo(9);
        assertThat(text("select concat_ws(' ', password_expire_days, password_block_reuse_old_password_count,"
                        + " password_minimum_length, password_digit_required, password_big_small_char_required,"
                        + " password_special_char_required, auto_remove_backups_after, disk_usage_alarm,"
                        + " failed_login_attempts_limit, failed_login_attempts_disabling_duration)"
                        + " from platform_configuration"))
                .isEqualTo("90 3 12 t t t 30 0 5 +1 day");
        assertThat(text("select concat_ws(' ', type, entity_name, entity_id, author,"
                        + " old_values::jsonb->>'routerIdentifier', new_values::jsonb->>'routerIdentifier')"
                        + " from platform_audit_log_change"))
                .isEqualTo("update Configuration 1 anna serial imsi");
    }

    @Test
    void keepsWhatAFormDoesNotHave() throws Exception {
        configure("failed_login_attempts_limit = 8, maximum_new_devices_per_hour = 77");
        administration.editGeneral(ANNA, form("serial", true, new Locks(false, number(1), null)));
        assertThat(text("select concat_ws(' ', failed_login_attempts_enabled, failed_login_attempts_limit,"
                        + " failed_login_attempts_disabling_duration, maximum_new_devices_per_hour)"
                        + " from platform_configuration"))
                .isEqualTo("f 8 +2 hours 77");
    }

    @Test
    void namesWhatIsWrong() {
        Passwords none = new Passwords(NONE, NONE, NONE, false, false, false);
        assertInvalid(
                "routerIdentifier: validation.required {}; passwordExpireDays: validation.required {};"
                        + " passwordBlockReuseOldPasswordCount: validation.required {};"
                        + " passwordMinimumLength: validation.required {};"
                        + " autoRemoveBackupsAfter: validation.required {};"
                        + " diskUsageAlarm: validation.required {}; failedLoginAttemptsLimit: validation.required {};"
                        + " failedLoginAttemptsDisablingDuration: validation.required {}",
                () -> edit(new GeneralForm(null, false, true, none, new Locks(true, NONE, " "), NONE, NONE, NONE)));
    }

    @Test
    void boundsNumbers() {
        Passwords low = new Passwords(number(-1), number(-1), number(0), false, false, false);
        assertInvalid(
                "routerIdentifier: validation.enum {};"
                        + " passwordExpireDays: validation.greaterThanOrEqual {compared_value=0};"
                        + " passwordBlockReuseOldPasswordCount: validation.greaterThanOrEqual {compared_value=0};"
                        + " passwordMinimumLength: validation.greaterThanOrEqual {compared_value=1};"
                        + " failedLoginAttemptsLimit: validation.greaterThanOrEqual {compared_value=1};"
                        + " failedLoginAttemptsDisablingDuration: validation.dateModifier {};"
                        + " maximumNewDevicesPerHour: validation.greaterThanOrEqual {compared_value=0}",
                () -> edit(new GeneralForm(
                        "SERIAL",
                        false,
                        true,
                        low,
                        new Locks(true, number(0), "tomorrow"),
                        number(0),
                        number(100),
                        number(-1))));
        Passwords endless = new Passwords(number(0), number(0), number(4097), false, false, false);
        assertInvalid(
                "passwordMinimumLength: validation.lessThanOrEqual {compared_value=4096}",
                () -> edit(new GeneralForm("serial", false, true, endless, LOCKS, number(0), number(15), NONE)));
    }

    @Test
    void boundsTheAlarm() {
        for (int outside : new int[] {-1, 101}) {
            GeneralForm form =
                    new GeneralForm("serial", false, true, PASSWORDS, LOCKS, number(0), number(outside), NONE);
            try {
                edit(form);
                throw new AssertionError("accepted " + outside);
            } catch (org.smartems.api.error.ValidationException e) {
                FieldError error = e.errors().get(0);
                assertThat(error.path() + " " + error.message()).isEqualTo("diskUsageAlarm validation.rangeNotIn");
                assertThat(error.parameters()).isEqualTo(Map.of("min", 0, "max", 100));
            }
        }
    }

    @Test
    void oneGeneratorMustRemainAndPhpIsNone() {
        assertInvalid(
                "configGeneratorPhp: validation.generatorAtLeastOne {};"
                        + " configGeneratorTwig: validation.generatorAtLeastOne {}",
                () -> edit(form("serial", false, LOCKS)));
        assertInvalid(
                "configGeneratorPhp: validation.config.configGeneratorPhpDisabled {}",
                () -> edit(new GeneralForm("serial", true, true, PASSWORDS, LOCKS, number(0), number(15), NONE)));
    }

    @Test
    void otherDomainsMaySpeakAgainstIt() throws Exception {
        List<String> seen = new ArrayList<>();
        administration.add((present, wanted) -> {
            seen.add(present.routerIdentifier().value() + " to " + wanted.routerIdentifier());
            return List.of(FieldError.of("routerIdentifier", "validation.deviceExists"));
        });
        assertInvalid("routerIdentifier: validation.deviceExists {}", () -> edit(form("imsi", true, LOCKS)));
        assertThat(seen).containsExactly("serial to imsi");
        assertThat(text("select router_identifier from platform_configuration")).isEqualTo("serial");
        assertThat(text("select count(*) from platform_audit_log")).isEqualTo("0");
    }

    @Test
    void replacesHowMuchIsKeptOfTheLogs() throws Exception {
        Map<String, Integer> limits = new HashMap<>();
        int next = 1;
        for (ConfiguredLog log : ConfiguredLog.values()) {
            limits.put(log.duration(), next++);
            limits.put(log.size(), next++);
        }
        administration.editLogs(ANNA, limits);
        assertThat(text("select concat_ws(' ', audit_logs_cleanup_duration, audit_logs_cleanup_size,"
                        + " communication_logs_cleanup_duration, device_failed_login_attempts_cleanup_size,"
                        + " import_file_row_logs_cleanup_size) from platform_configuration"))
                .isEqualTo("1 2 3 12 20");
        limits.put("auditLogsCleanupSize", -1);
        limits.remove("vpnLogsCleanupDuration");
        assertInvalid(
                "auditLogsCleanupSize: validation.greaterThanOrEqual {compared_value=0};"
                        + " vpnLogsCleanupDuration: validation.required {}",
                () -> administration.editLogs(ANNA, limits));
    }

    @Test
    void switchesDocumentationOff() throws Exception {
        assertThat(configurations.general().hiddenDocumentation())
                .isEqualTo(new HiddenDocumentation(false, false, false));
        for (HiddenDocumentation hidden : List.of(
                new HiddenDocumentation(true, false, false),
                new HiddenDocumentation(false, true, false),
                new HiddenDocumentation(false, false, true))) {
            administration.editDocumentation(ANNA, hidden);
            assertThat(configurations.general().hiddenDocumentation()).isEqualTo(hidden);
        }
        assertThat(text("select count(*) from platform_audit_log_change where author = 'anna'"))
                .isEqualTo("3");
    }

    @Test
    void beginsAndEndsMaintenanceAndTellsWhoDidIt() throws Exception {
        assertThat(configurations.general().maintenanceMode()).isFalse();
        administration.setMaintenanceMode(ANNA, true);
        assertThat(configurations.general().maintenanceMode()).isTrue();
        administration.setMaintenanceMode(ANNA, true);
        administration.setMaintenanceMode(ANNA, false);
        assertThat(configurations.general().maintenanceMode()).isFalse();
        assertThat(text("select string_agg(author || ' ' || (new_values::jsonb->>'maintenanceMode'), ',' order by id)"
                        + " from platform_audit_log_change"))
                .isEqualTo("anna true,anna false");
    }

    /** What another thread reads between the change and its commit must not be kept. */
    @Test
    void aChangeInATransactionOfTheCallerIsSeenAfterItsCommit() throws Exception {
        transactions.run(() -> {
            administration.setMaintenanceMode(ANNA, true);
            Thread reader = new Thread(configurations::general);
            reader.start();
            reader.join();
        });
        assertThat(configurations.general().maintenanceMode()).isTrue();
        now.addAndGet(1_000_000_000L);
        assertThat(configurations.general().maintenanceMode()).isTrue();
        configure("maintenance_mode = false");
        assertThat(configurations.general().maintenanceMode()).isTrue();
    }

    private void edit(GeneralForm form) {
        administration.editGeneral(ANNA, form);
    }

    private static GeneralForm form(String routerIdentifier, boolean twig, Locks locks) {
        return new GeneralForm(routerIdentifier, false, twig, PASSWORDS, locks, number(0), number(15), NONE);
    }

    private static OptionalInt number(int value) {
        return OptionalInt.of(value);
    }
}
