// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.user;

import org.smartems.api.error.FieldError;
import org.smartems.platform.authentication.NewPassword;
import org.smartems.platform.configuration.PasswordRules;
import org.smartems.platform.internal.Violations;

/** The rules that a new password alone can break; those that need former ones are {@link Passwords}' part. */
final class GivenPassword {

    private static final int MAXIMUM_LENGTH = 4096;
    private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private final String field;
    private final Violations violations;

    private GivenPassword(String field, Violations violations) {
        this.field = field;
        this.violations = violations;
    }

    /** Adds what is wrong with it; its repetition is the field with {@code Repeat} at the end. */
    static void check(String field, NewPassword input, PasswordRules rules, Violations violations) {
        GivenPassword given = new GivenPassword(field, violations);
        if (isBlank(input.password())) {
            violations.add(field, "required");
        } else {
            given.checkText(input.password(), rules);
        }
        if (isBlank(input.repeat())) {
            violations.add(field + "Repeat", "required");
        } else {
            violations.require(input.repeat().equals(input.password()), field + "Repeat", "passwordIdenticalCompare");
        }
    }

    private void checkText(String password, PasswordRules rules) {
        if (password.codePointCount(0, password.length()) < rules.minimumLength()) {
            violations.add(FieldError.of(field, "validation.password.minimumLengthRequirementFailed")
                    .with("limit", rules.minimumLength()));
        }
        if (password.length() > MAXIMUM_LENGTH) {
            violations.add(FieldError.of(field, "validation.lengthMax").with("limit", MAXIMUM_LENGTH));
        }
        missing(rules.digitRequired() && password.chars().noneMatch(Character::isDigit), "digitMissing");
        missing(rules.bigSmallCharRequired() && password.chars().noneMatch(Character::isLowerCase), "smallCharMissing");
        missing(rules.bigSmallCharRequired() && password.chars().noneMatch(Character::isUpperCase), "bigCharMissing");
        missing(
                rules.specialCharRequired() && password.chars().noneMatch(GivenPassword::isPunctuation),
                "specialCharMissing");
    }

    private void missing(boolean broken, String message) {
        violations.require(!broken, field, "password." + message);
    }

    private static boolean isPunctuation(int character) {
        return PUNCTUATION.indexOf(character) >= 0;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
