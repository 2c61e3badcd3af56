// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.user;

import java.util.ArrayList;
import java.util.List;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.ValidationException;
import org.smartems.platform.authentication.NewPassword;
import org.smartems.platform.configuration.PasswordRules;

/** The rules that a text alone can break; those that need the user's former passwords are {@link Passwords}' part. */
final class PasswordPolicy {

    static final String FIELD = "newPlainPassword";
    static final String REPEAT = "newPlainPasswordRepeat";
    static final int MAXIMUM_LENGTH = 4096;
    private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private PasswordPolicy() {}

    static void check(NewPassword input, PasswordRules rules) {
        List<FieldError> errors = new ArrayList<>();
        if (isBlank(input.password())) {
            errors.add(FieldError.of(FIELD, "validation.required"));
        } else {
            checkText(input.password(), rules, errors);
        }
        if (isBlank(input.repeat())) {
            errors.add(FieldError.of(REPEAT, "validation.required"));
        } else if (!input.repeat().equals(input.password())) {
            errors.add(FieldError.of(REPEAT, "validation.passwordIdenticalCompare"));
        }
        if (!errors.isEmpty()) {
            throw new ValidationException(errors);
        }
    }

    private static void checkText(String password, PasswordRules rules, List<FieldError> errors) {
        if (password.codePointCount(0, password.length()) < rules.minimumLength()) {
            errors.add(FieldError.of(FIELD, "validation.lengthMin").with("limit", rules.minimumLength()));
        }
        if (password.length() > MAXIMUM_LENGTH) {
            errors.add(FieldError.of(FIELD, "validation.lengthMax").with("limit", MAXIMUM_LENGTH));
        }
        if (rules.digitRequired() && password.chars().noneMatch(Character::isDigit)) {
            errors.add(FieldError.of(FIELD, "validation.passwordDigitRequired"));
        }
        boolean bothCases = password.chars().anyMatch(Character::isUpperCase)
                && password.chars().anyMatch(Character::isLowerCase);
        if (rules.bigSmallCharRequired() && !bothCases) {
            errors.add(FieldError.of(FIELD, "validation.passwordBigSmallCharRequired"));
        }
        if (rules.specialCharRequired() && password.chars().noneMatch(PasswordPolicy::isPunctuation)) {
            errors.add(FieldError.of(FIELD, "validation.passwordSpecialCharRequired"));
        }
    }

    static boolean isPunctuation(int character) {
        return PUNCTUATION.indexOf(character) >= 0;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
