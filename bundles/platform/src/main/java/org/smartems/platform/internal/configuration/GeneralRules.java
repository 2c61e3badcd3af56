// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.configuration;

import java.util.OptionalInt;
import org.smartems.api.error.FieldError;
import org.smartems.platform.configuration.GeneralForm;
import org.smartems.platform.configuration.RelativeTime;
import org.smartems.platform.configuration.RouterIdentifier;
import org.smartems.platform.internal.Violations;

/** What a form of the general configuration alone can break. */
final class GeneralRules {

    /** A longer password is refused, so that with a greater one nobody could set any. */
    private static final int LONGEST_PASSWORD = 4096;

    private static final String LIMIT = "failedLoginAttemptsLimit";
    private static final String DURATION = "failedLoginAttemptsDisablingDuration";

    private GeneralRules() {}

    static void check(GeneralForm form, Violations violations) {
        checkRouterIdentifier(form.routerIdentifier(), violations);
        violations.require(!form.configGeneratorPhp(), "configGeneratorPhp", "config.configGeneratorPhpDisabled");
        if (!form.configGeneratorPhp() && !form.configGeneratorTwig()) {
            violations.add("configGeneratorPhp", "generatorAtLeastOne");
            violations.add("configGeneratorTwig", "generatorAtLeastOne");
        }
        checkPasswords(form.passwords(), violations);
        atLeast("autoRemoveBackupsAfter", form.autoRemoveBackupsAfter(), 0, violations);
        checkAlarm(form.diskUsageAlarm(), violations);
        checkLocks(form.locks(), violations);
        if (form.maximumNewDevicesPerHour().isPresent()) {
            atLeast("maximumNewDevicesPerHour", form.maximumNewDevicesPerHour(), 0, violations);
        }
    }

    private static void checkRouterIdentifier(String value, Violations violations) {
        if (value == null || value.isBlank()) {
            violations.add("routerIdentifier", "required");
            return;
        }
        try {
            RouterIdentifier.of(value);
        } catch (IllegalArgumentException e) {
            violations.add("routerIdentifier", "enum");
        }
    }

    private static void checkPasswords(GeneralForm.Passwords form, Violations violations) {
        atLeast("passwordExpireDays", form.expireDays(), 0, violations);
        atLeast("passwordBlockReuseOldPasswordCount", form.blockReuseOldPasswordCount(), 0, violations);
        atLeast("passwordMinimumLength", form.minimumLength(), 1, violations);
        if (form.minimumLength().orElse(0) > LONGEST_PASSWORD) {
            violations.add(FieldError.of("passwordMinimumLength", "validation.lessThanOrEqual")
                    .with("compared_value", LONGEST_PASSWORD));
        }
    }

    private static void checkAlarm(OptionalInt value, Violations violations) {
        violations.require(value.isPresent(), "diskUsageAlarm", "required");
        if (value.isPresent() && (value.getAsInt() < 0 || value.getAsInt() > 100)) {
            violations.add(FieldError.of("diskUsageAlarm", "validation.rangeNotIn")
                    .with("min", 0)
                    .with("max", 100));
        }
    }

    private static void checkLocks(GeneralForm.Locks form, Violations violations) {
        if (!form.enabled()) {
            return;
        }
        atLeast(LIMIT, form.limit(), 1, violations);
        String duration = violations.required(DURATION, form.disablingDuration());
        if (!duration.isEmpty() && !isRelativeTime(duration)) {
            violations.add(DURATION, "dateModifier");
        }
    }

    private static boolean isRelativeTime(String text) {
        try {
            RelativeTime.parse(text);
            return true;
        } catch (IllegalArgumentException | ArithmeticException e) {
            return false;
        }
    }

    private static void atLeast(String field, OptionalInt value, int bound, Violations violations) {
        violations.atLeast(field, value.isPresent() ? value.getAsInt() : null, bound);
    }
}
