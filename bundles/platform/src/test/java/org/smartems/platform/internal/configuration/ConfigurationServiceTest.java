// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.persistence.DatabaseUnavailable;
import org.smartems.persistence.Transactions;
import org.smartems.platform.configuration.GeneralConfiguration;
import org.smartems.platform.configuration.Retention;
import org.smartems.platform.configuration.RouterIdentifier;
import org.smartems.platform.internal.DatabaseFixture;
import org.smartems.platform.internal.HookedTransactions;
import org.smartems.platform.internal.audit.AuditLogService;

class ConfigurationServiceTest extends DatabaseFixture {

    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - SECOND);
    private ConfigurationService node;
    private ConfigurationService other;

    @BeforeEach
    void create() {
        node = node(transactions);
        other = node(transactions);
    }

    @Test
    void hasDefaultsForWhatDevicesNeed() {
        GeneralConfiguration general = node.general();
        assertThat(general.maintenanceMode()).isFalse();
        assertThat(general.routerIdentifier()).isEqualTo(RouterIdentifier.SERIAL);
        assertThat(general.diskUsageAlarm()).isEqualTo(15);
        assertThat(general.maximumNewDevicesPerHour()).isEqualTo(1000);
        Retention week = new Retention(7, 10_240);
        assertThat(week.bytes()).isEqualTo(10L * 1024 * 1024 * 1024);
        assertThat(general.logRetentions().communication()).isEqualTo(week);
        assertThat(general.logRetentions().config()).isEqualTo(week);
        assertThat(general.logRetentions().diagnose()).isEqualTo(week);
        assertThat(general.logRetentions().deviceFailedLoginAttempts()).isEqualTo(week);
        assertThat(general.logRetentions().deviceCommands()).isEqualTo(week);
    }

    @Test
    void readsEachSettingFromItsColumn() throws Exception {
        configure("router_identifier = 'imsi', disk_usage_alarm = 100, maximum_new_devices_per_hour = 0,"
                + " communication_logs_cleanup_duration = 1, communication_logs_cleanup_size = 2,"
                + " config_logs_cleanup_duration = 3, config_logs_cleanup_size = 4,"
                + " diagnose_logs_cleanup_duration = 5, diagnose_logs_cleanup_size = 6,"
                + " device_failed_login_attempts_cleanup_duration = 7, device_failed_login_attempts_cleanup_size = 8,"
                + " device_commands_cleanup_duration = 9, device_commands_cleanup_size = 0");
        GeneralConfiguration general = node.general();
        assertThat(general.routerIdentifier()).isEqualTo(RouterIdentifier.IMSI);
        assertThat(general.diskUsageAlarm()).isEqualTo(100);
        assertThat(general.maximumNewDevicesPerHour()).isZero();
        assertThat(general.logRetentions().communication()).isEqualTo(new Retention(1, 2));
        assertThat(general.logRetentions().config()).isEqualTo(new Retention(3, 4));
        assertThat(general.logRetentions().diagnose()).isEqualTo(new Retention(5, 6));
        assertThat(general.logRetentions().deviceFailedLoginAttempts()).isEqualTo(new Retention(7, 8));
        assertThat(general.logRetentions().deviceCommands()).isEqualTo(new Retention(9, 0));
    }

    @Test
    void asksTheDatabaseOnceASecond() throws Exception {
        assertThat(node.general().diskUsageAlarm()).isEqualTo(15);
        configure("disk_usage_alarm = 16");
        now.addAndGet(SECOND - 1);
        assertThat(node.general().diskUsageAlarm()).isEqualTo(15);
        now.addAndGet(1);
        assertThat(node.general().diskUsageAlarm()).isEqualTo(16);
    }

    @Test
    void seesItsOwnChangeAtOnceAndThatOfAnotherNodeWithinASecond() {
        assertThat(node.general().maintenanceMode()).isFalse();
        assertThat(other.general().maintenanceMode()).isFalse();
        node.setMaintenanceMode(true);
        assertThat(node.general().maintenanceMode()).isTrue();
        now.addAndGet(SECOND);
        assertThat(other.general().maintenanceMode()).isTrue();
        other.setMaintenanceMode(false);
        other.setRouterIdentifier(RouterIdentifier.IMSI);
        assertThat(other.general().maintenanceMode()).isFalse();
        assertThat(other.general().routerIdentifier()).isEqualTo(RouterIdentifier.IMSI);
    }

    @Test
    void forgetsWhatWasReadBeforeAChangeAndComesAfterIt() {
        ConfigurationService[] slow = new ConfigurationService[1];
        slow[0] = node(HookedTransactions.after(transactions, 1, () -> slow[0].setMaintenanceMode(true)));
        assertThat(slow[0].general().maintenanceMode()).isFalse();
        assertThat(slow[0].general().maintenanceMode()).isTrue();
    }

    @Test
    void letsNobodyWaitForWhoIsReading() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        ConfigurationService slow = node(HookedTransactions.before(transactions, 2, () -> {
            entered.countDown();
            mayGoOn.await();
        }));
        assertThat(slow.general().diskUsageAlarm()).isEqualTo(15);
        configure("disk_usage_alarm = 16");
        now.addAndGet(SECOND);
        CompletableFuture<GeneralConfiguration> reading = CompletableFuture.supplyAsync(slow::general);
        entered.await();
        assertThat(slow.general().diskUsageAlarm()).isEqualTo(15);
        mayGoOn.countDown();
        assertThat(reading.get().diskUsageAlarm()).isEqualTo(16);
        assertThat(slow.general().diskUsageAlarm()).isEqualTo(16);
    }

    @Test
    void keepsNothingThatATransactionSaw() throws Exception {
        transactions.run(() -> {
            assertThat(node.general().diskUsageAlarm()).isEqualTo(15);
            configure("disk_usage_alarm = 16");
        });
        assertThat(node.general().diskUsageAlarm()).isEqualTo(16);
    }

    @Test
    void isNotChangedInATransaction() {
        assertThatThrownBy(() -> transactions.run(() -> node.setMaintenanceMode(true)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(node.general().maintenanceMode()).isFalse();
    }

    @Test
    void saysWhenTheDatabaseIsAway() {
        ConfigurationService cut = node(new HookedTransactions(transactions, call -> {
            if (call > 1) {
                throw new DatabaseUnavailable("away", null);
            }
        }));
        assertThat(cut.general().diskUsageAlarm()).isEqualTo(15);
        assertThatThrownBy(() -> cut.setMaintenanceMode(true)).isInstanceOf(DatabaseUnavailable.class);
        assertThatThrownBy(cut::general).isInstanceOf(DatabaseUnavailable.class);
        assertThat(node.general().maintenanceMode()).isFalse();
    }

    @Test
    void tellsTheAuditLogOfTheShell() throws Exception {
        node.setMaintenanceMode(true);
        node.setMaintenanceMode(true);
        assertThat(text("select string_agg(concat_ws(' ', author, coalesce(created_by, -1), entity_name,"
                        + " new_values::jsonb->>'maintenanceMode'), ',') from platform_audit_log_change"))
                .isEqualTo("shell -1 Configuration true");
    }

    @Test
    void refusesValuesOutOfBounds() {
        for (String nonsense : new String[] {
            "router_identifier = 'SERIAL'",
            "disk_usage_alarm = 101",
            "maximum_new_devices_per_hour = -1",
            "device_commands_cleanup_size = -1",
            "communication_logs_cleanup_duration = -1"
        }) {
            assertThatThrownBy(() -> configure(nonsense)).hasMessageContaining("violates check constraint");
        }
        assertThatThrownBy(() -> RouterIdentifier.of("IMSI")).isInstanceOf(IllegalArgumentException.class);
    }

    private ConfigurationService node(Transactions used) {
        return new ConfigurationService(unit, used, new AuditLogService(used), now::get);
    }
}
