// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.configuration;

import java.util.LinkedHashMap;
import java.util.Map;
import org.smartems.platform.configuration.GeneralForm;

/** A checked form as columns; those that keep what is stored are left out. */
final class GeneralColumns {

    private GeneralColumns() {}

    static Map<String, Object> of(GeneralForm form) {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("router_identifier", form.routerIdentifier());
        columns.put("config_generator_php", form.configGeneratorPhp());
        columns.put("config_generator_twig", form.configGeneratorTwig());
        GeneralForm.Passwords passwords = form.passwords();
        columns.put("password_expire_days", passwords.expireDays().getAsInt());
        columns.put(
                "password_block_reuse_old_password_count",
                passwords.blockReuseOldPasswordCount().getAsInt());
        columns.put("password_minimum_length", passwords.minimumLength().getAsInt());
        columns.put("password_digit_required", passwords.digitRequired());
        columns.put("password_big_small_char_required", passwords.bigSmallCharRequired());
        columns.put("password_special_char_required", passwords.specialCharRequired());
        columns.put("auto_remove_backups_after", form.autoRemoveBackupsAfter().getAsInt());
        columns.put("disk_usage_alarm", form.diskUsageAlarm().getAsInt());
        columns.put("failed_login_attempts_enabled", form.locks().enabled());
        if (form.locks().enabled()) {
            columns.put("failed_login_attempts_limit", form.locks().limit().getAsInt());
            columns.put(
                    "failed_login_attempts_disabling_duration",
                    form.locks().disablingDuration().strip());
        }
        form.maximumNewDevicesPerHour().ifPresent(number -> columns.put("maximum_new_devices_per_hour", number));
        return columns;
    }
}
