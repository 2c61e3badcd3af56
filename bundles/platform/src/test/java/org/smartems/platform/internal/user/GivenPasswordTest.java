// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.ValidationException;
import org.smartems.platform.authentication.NewPassword;
import org.smartems.platform.configuration.PasswordRules;
import org.smartems.platform.internal.Violations;

class GivenPasswordTest {

    private static final PasswordRules LAX = new PasswordRules(8, false, false, false, 0);
    private static final PasswordRules STRICT = new PasswordRules(8, true, true, true, 0);

    @Test
    void acceptsWhatBreaksNoRule() {
        assertThat(broken("alllower", LAX)).isEmpty();
        assertThat(broken("Passw0rd!", STRICT)).isEmpty();
        assertThat(broken("x".repeat(4096), LAX)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Passw0rd, newPlainPassword: validation.password.specialCharMissing {}",
        "Passwort!, newPlainPassword: validation.password.digitMissing {}",
        "passw0rd!, newPlainPassword: validation.password.bigCharMissing {}",
        "PASSW0RD!, newPlainPassword: validation.password.smallCharMissing {}",
        "Passw0r!, ''",
        "Pass0r!, newPlainPassword: validation.password.minimumLengthRequirementFailed {limit=8}"
    })
    void namesTheRuleAndItsParameters(String password, String expected) {
        assertThat(String.join(" ", broken(password, STRICT))).isEqualTo(expected);
    }

    @Test
    void namesEveryRuleAtOnce() {
        assertThat(broken("ä", STRICT))
                .containsExactly(
                        "newPlainPassword: validation.password.minimumLengthRequirementFailed {limit=8}",
                        "newPlainPassword: validation.password.digitMissing {}",
                        "newPlainPassword: validation.password.bigCharMissing {}",
                        "newPlainPassword: validation.password.specialCharMissing {}");
    }

    @ParameterizedTest
    @CsvSource({"!", "'\"'", "'''", "\\", "`", "~", "' x,'"})
    void knowsThePunctuationOfAscii(String punctuation) {
        assertThat(broken("Passw0rd" + punctuation, STRICT)).isEmpty();
    }

    @Test
    void otherSymbolsAreNoPunctuation() {
        assertThat(broken("Passw0rd§ €", STRICT))
                .containsExactly("newPlainPassword: validation.password.specialCharMissing {}");
    }

    @Test
    void countsCharactersAndNotTheirHalves() {
        assertThat(broken("\uD83D\uDE00".repeat(7), LAX))
                .containsExactly("newPlainPassword: validation.password.minimumLengthRequirementFailed {limit=8}");
        assertThat(broken("\uD83D\uDE00".repeat(8), LAX)).isEmpty();
    }

    @Test
    void refusesWhatNobodyTypes() {
        assertThat(broken("x".repeat(4097), LAX))
                .containsExactly("newPlainPassword: validation.lengthMax {limit=4096}");
    }

    @Test
    void bothMustBeGiven() {
        List<String> required =
                List.of("newPlainPassword: validation.required {}", "newPlainPasswordRepeat: validation.required {}");
        assertThat(broken(new NewPassword(null, null), LAX)).isEqualTo(required);
        assertThat(broken(new NewPassword("", " "), LAX)).isEqualTo(required);
        assertThat(broken(new NewPassword("         ", null), LAX)).isEqualTo(required);
    }

    @Test
    void bothMustBeEqual() {
        assertThat(broken(new NewPassword("password", "Password"), LAX))
                .containsExactly("newPlainPasswordRepeat: validation.passwordIdenticalCompare {}");
        assertThat(broken(new NewPassword(null, "password"), LAX))
                .contains("newPlainPasswordRepeat: validation.passwordIdenticalCompare {}");
    }

    private static List<String> broken(String password, PasswordRules rules) {
        return broken(new NewPassword(password, password), rules);
    }

    private static List<String> broken(NewPassword input, PasswordRules rules) {
        Violations violations = new Violations();
        GivenPassword.check("newPlainPassword", input, rules, violations);
        try {
            violations.throwIfAny();
            return List.of();
        } catch (ValidationException e) {
            return e.errors().stream().map(GivenPasswordTest::line).toList();
        }
    }

    private static String line(FieldError error) {
        return error.path() + ": " + error.message() + " " + error.parameters();
    }
}
