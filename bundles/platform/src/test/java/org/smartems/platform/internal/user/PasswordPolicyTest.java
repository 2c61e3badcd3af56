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

class PasswordPolicyTest {

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
        "Passw0rd, newPlainPassword: validation.passwordSpecialCharRequired {}",
        "Passwort!, newPlainPassword: validation.passwordDigitRequired {}",
        "passw0rd!, newPlainPassword: validation.passwordBigSmallCharRequired {}",
        "PASSW0RD!, newPlainPassword: validation.passwordBigSmallCharRequired {}",
        "Passw0r!, ''",
        "Pass0r!, newPlainPassword: validation.lengthMin {limit=8}"
    })
    void namesTheRuleAndItsParameters(String password, String expected) {
        assertThat(String.join(" ", broken(password, STRICT))).isEqualTo(expected);
    }

    @Test
    void namesEveryRuleAtOnce() {
        assertThat(broken("ä", STRICT))
                .containsExactly(
                        "newPlainPassword: validation.lengthMin {limit=8}",
                        "newPlainPassword: validation.passwordDigitRequired {}",
                        "newPlainPassword: validation.passwordBigSmallCharRequired {}",
                        "newPlainPassword: validation.passwordSpecialCharRequired {}");
    }

    @ParameterizedTest
    @CsvSource({"!", "'\"'", "'''", "\\", "`", "~", "' x,'"})
    void knowsThePunctuationOfAscii(String punctuation) {
        assertThat(broken("Passw0rd" + punctuation, STRICT)).isEmpty();
    }

    @Test
    void otherSymbolsAreNoPunctuation() {
        assertThat(broken("Passw0rd§ €", STRICT))
                .containsExactly("newPlainPassword: validation.passwordSpecialCharRequired {}");
    }

    @Test
    void countsCharactersAndNotTheirHalves() {
        assertThat(broken("\uD83D\uDE00".repeat(7), LAX))
                .containsExactly("newPlainPassword: validation.lengthMin {limit=8}");
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
        try {
            PasswordPolicy.check(input, rules);
            return List.of();
        } catch (ValidationException e) {
            return e.errors().stream().map(PasswordPolicyTest::line).toList();
        }
    }

    private static String line(FieldError error) {
        return error.path() + ": " + error.message() + " " + error.parameters();
    }
}
