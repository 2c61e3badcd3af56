// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MasksTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "wlan psk geheim99|geheim99",
                "enable secret 5 $1$mERr$hx5rVt7rPNoS4wqbXKX7m0|$1$mERr$hx5rVt7rPNoS4wqbXKX7m0",
                "snmp-server community publik ro|publik",
                "{\"wifiPassword\": \"a b\\\"c\"}|a b\"c",
                "<password>x1y2z3</password>|x1y2z3",
                "user=a&password=p%40ss&x=y|p@ss",
                "sim pin 4711|4711",
                "https://ems.example/df/t0k3n/fw.bin|t0k3n",
                "https://admin:hunter2@host/fw.bin|hunter2",
                "Authorization: Bearer abcdefgh.ijkl|abcdefgh.ijkl"
            })
    void findsSecretsByWhatStandsBefore(String text, String secret) {
        assertThat(Secrets.in(text)).contains(secret);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hostname r1", "password enabled", "gpio pin 1", "{\"psk\": null}", "serial=A-1&model=one"})
    void takesNothingElseForASecret(String text) {
        assertThat(Secrets.in(text)).isEmpty();
    }

    @Test
    void findsALongQuotedSecret() {
        String secret = "x\\\"y".repeat(20_000);
        assertThat(Secrets.in("token \"" + secret + '"')).contains(secret);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "``|a",
                "``|token",
                "token|` `",
                "token \"|a",
                "``|token \"\\",
                "``|://a:",
                "pin|` `",
                "basic|` `",
                "``|-----BEGIN PRIVATE KEY-----"
            })
    void readsEveryTextInAMoment(String before, String part) {
        String text = before + part.repeat((1 << 18) / part.length()) + "{";
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Secrets.in(text));
    }

    @Test
    void findsTheLinesOfAPrivateKey() {
        String key = "-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIBkg4LVWM9nuwNSk\n-----END EC PRIVATE KEY-----";
        assertThat(Secrets.in(key)).containsExactly("MHcCAQEEIBkg4LVWM9nuwNSk");
    }

    @Test
    void masksASecretAlikeInEveryCoding() throws Left {
        Masks masks = new Masks();
        masks.add(Set.of("p@ss \"w\"/1"));
        assertThat(masks.apply("a=p%40ss+%22w%22%2F1&b=p%40ss%20%22w%22%2F1 {\"p@ss \\\"w\\\"/1\"} p@ss \"w\"/1"))
                .isEqualTo("a=masked1&b=masked1 {\"masked1\"} masked1");
    }

    @Test
    void masksAShortOneOnlyWhereItStandsAlone() throws Left {
        Masks masks = new Masks();
        masks.add(Set.of("rose"));
        assertThat(masks.apply("prose rose %20rose \\nrose roses"))
                .isEqualTo("prose masked1 %20masked1 \\nmasked1 roses");
    }

    @Test
    void keepsANumberANumber() throws Left {
        Masks masks = new Masks();
        masks.add(Set.of("4711"));
        assertThat(masks.apply("{\"pin\":4711}")).isEqualTo("{\"pin\":9991}");
    }

    @Test
    void refusesMoreSecretsThanItCanKeep() throws Left {
        Masks masks = new Masks();
        masks.add(Set.of("a".repeat(1 << 21), "b".repeat(1 << 21)));
        assertThatThrownBy(() -> masks.add(Set.of("cccc"))).isInstanceOf(Left.class);
        masks.add(Set.of("a".repeat(1 << 21)));
    }

    @Test
    void stopsLookingWhenItsThreadIsInterrupted() throws Left {
        Masks masks = new Masks();
        masks.add(Set.of("4711"));
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> masks.apply("text")).isInstanceOf(Left.class);
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void refusesWhatIsTooShortToBeMasked() {
        assertThatThrownBy(() -> new Masks().add(Set.of("abc"))).isInstanceOf(Left.class);
    }
}
