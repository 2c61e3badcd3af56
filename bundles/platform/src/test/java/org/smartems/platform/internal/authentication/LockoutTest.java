// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.platform.authentication.Session;
import org.smartems.platform.internal.Together;

class LockoutTest extends NodeFixture {

    private static final String LOCKED = "accountDisabledTooManyFailedLoginAttempts";
    private static final String INVALID = "invalidCredentials";

    @Test
    void locksAtTheThirdFailureForTwoHours() throws Exception {
        addUser("anna");
        fail("anna", 3);
        assertRefused(LOCKED, () -> node.login("anna", PASSWORD));
        clock.advance(Duration.ofHours(2).minusSeconds(1));
        assertRefused(LOCKED, () -> node.login("anna", PASSWORD));
        clock.advanceSeconds(1);
        assertThat(node.login("anna", PASSWORD).username()).isEqualTo("anna");
    }

    @Test
    void lockHoldsOnEveryNode() throws Exception {
        addUser("anna");
        fail("anna", 3);
        assertRefused(LOCKED, () -> anotherNode().login("anna", PASSWORD));
    }

    @Test
    void attemptsDuringTheLockDoNotProlongIt() throws Exception {
        addUser("anna");
        fail("anna", 3);
        clock.advance(Duration.ofHours(1));
        assertRefused(LOCKED, () -> node.login("anna", "wrong"));
        clock.advance(Duration.ofHours(1));
        assertThat(node.login("anna", PASSWORD).username()).isEqualTo("anna");
    }

    @Test
    void successResetsTheCount() throws Exception {
        addUser("anna");
        fail("anna", 2);
        node.login("anna", PASSWORD);
        fail("anna", 2);
        assertThat(node.login("anna", PASSWORD).username()).isEqualTo("anna");
        assertThat(failures()).isEqualTo("0");
    }

    @Test
    void canBeSwitchedOff() throws Exception {
        configure("failed_login_attempts_enabled = false");
        addUser("anna");
        fail("anna", 5);
        fail("nobody", 5);
        assertThat(node.login("anna", PASSWORD).username()).isEqualTo("anna");
        assertThat(failures()).isEqualTo("0");
    }

    @Test
    void limitAndDurationAreConfigured() throws Exception {
        configure("failed_login_attempts_limit = 1, failed_login_attempts_disabling_duration = '10 min'");
        addUser("anna");
        fail("anna", 1);
        assertRefused(LOCKED, () -> node.login("anna", PASSWORD));
        clock.advance(Duration.ofMinutes(10));
        node.login("anna", PASSWORD);
    }

    /** Whatever somebody tries, a name without user behaves like the name of a user. */
    @ParameterizedTest
    @ValueSource(strings = {"anna", "nobody"})
    void unknownNamesAreLockedAlike(String name) throws Exception {
        addUser("anna");
        fail(name, 2);
        clock.advance(Duration.ofDays(3));
        fail(name, 1);
        assertRefused(LOCKED, () -> node.login(name, "wrong"));
        clock.advance(Duration.ofHours(2).minusSeconds(1));
        assertRefused(LOCKED, () -> node.login(name, "wrong"));
        clock.advanceSeconds(1);
        fail(name, 3);
        assertRefused(LOCKED, () -> node.login(name, "wrong"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "nobody"})
    void oneFailureMayLockAnUnknownNameToo(String name) throws Exception {
        configure("failed_login_attempts_limit = 1");
        addUser("anna");
        fail(name, 1);
        assertRefused(LOCKED, () -> node.login(name, "wrong"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "nobody"})
    void concurrentFailuresAreAllCounted(String name) throws Exception {
        addUser("anna");
        Together.Outcome<Session> outcome = Together.run(6, i -> () -> node.login(name, "wrong"));
        assertThat(codes(outcome)).containsExactly(LOCKED, LOCKED, LOCKED, INVALID, INVALID, INVALID);
    }

    @Test
    void concurrentFailuresBelowTheLimitAreAllCounted() throws Exception {
        configure("failed_login_attempts_limit = 100");
        addUser("anna");
        Node other = anotherNode();
        Together.run(8, i -> () -> (i % 2 == 0 ? node : other).login("anna", "wrong"));
        assertThat(failures()).isEqualTo("8");
    }

    @Test
    void throttlesAnAddressAfterTenFailuresAMinute() throws Exception {
        configure("failed_login_attempts_enabled = false");
        addUser("anna");
        for (int i = 0; i < 10; i++) {
            assertRefused(INVALID, () -> node.authentication.login("anna", "wrong", "192.0.2.1"));
        }
        assertThat(throttled("192.0.2.1")).isTrue();
        assertThat(throttled("192.0.2.2")).isFalse();
        clock.advanceSeconds(60);
        assertThat(throttled("192.0.2.1")).isFalse();
    }

    @Test
    void throttledAttemptsDoNotCountAndShowOnceAWindow() throws Exception {
        addUser("anna");
        for (int i = 0; i < 10; i++) {
            int number = i;
            assertRefused(INVALID, () -> node.authentication.login("name" + number, "wrong", "192.0.2.1"));
        }
        for (int i = 0; i < 3; i++) {
            assertRefused("tooManyRequests", () -> node.authentication.login("anna", "wrong", "192.0.2.1"));
        }
        assertThat(failures()).isEqualTo("0");
        assertThat(text("select count(*) from platform_user_login_attempt")).isEqualTo("11");
    }

    @Test
    void moreAttemptsAtOnceThanTheLimitAreThrottledBeforeTheyAreCounted() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(20);
        List<Future<Boolean>> answers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int number = i;
            answers.add(threads.submit(() -> isThrottled("name" + number)));
        }
        int throttled = 0;
        for (Future<Boolean> answer : answers) {
            throttled += answer.get() ? 1 : 0;
        }
        threads.shutdown();
        assertThat(throttled).isEqualTo(10);
    }

    private boolean isThrottled(String name) {
        try {
            node.authentication.login(name, "wrong", "192.0.2.9");
            return false;
        } catch (PlatformException refusal) {
            return refusal.code().equals("tooManyRequests");
        }
    }

    private void fail(String name, int times) {
        for (int i = 0; i < times; i++) {
            assertRefused(INVALID, () -> node.login(name, "wrong"));
        }
    }

    private boolean throttled(String address) {
        try {
            node.authentication.login("anna", PASSWORD, address);
            return false;
        } catch (PlatformException e) {
            return e.category() == ErrorCategory.THROTTLED;
        }
    }

    private static List<String> codes(Together.Outcome<Session> outcome) {
        return outcome.failures().stream()
                .map(failure -> ((PlatformException) failure).code())
                .sorted()
                .toList();
    }

    private static String failures() throws SQLException {
        return text("select failed_login_attempts from platform_user where username = 'anna'");
    }
}
