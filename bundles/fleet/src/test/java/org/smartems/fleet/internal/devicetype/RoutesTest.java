// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.devicetype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smartems.api.error.ValidationException;
import org.smartems.fleet.internal.FakeProcedure;
import org.smartems.fleet.internal.Violations;
import org.smartems.spi.procedure.ProcedureDescription;

class RoutesTest {

    /** Is called at {@code /config} below its prefix. */
    private static final ProcedureDescription ROUTER = FakeProcedure.router().description();

    private static final List<Routes> OTHERS = List.of(Routes.of("/router/tk800", ROUTER), Routes.of("/gone"));

    @ParameterizedTest
    @ValueSource(strings = {"/webcam", "/router/tk800/other", "/router", "/router/tk80", "/gone/x", "/", "/a.b~c-d_e"})
    void takesAddressesThatAreFree(String prefix) {
        assertThat(violations(prefix).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "router/tk900, deviceType.routePrefixStart",
        "/web, deviceType.routePrefixReserved",
        "/web/devices, deviceType.routePrefixReserved",
        "/df, deviceType.routePrefixReserved",
        "/health, deviceType.routePrefixReserved",
        "/.well-known/x, deviceType.routePrefixReserved",
        "/router/tk800, deviceType.routePrefixUsed",
        // its prefix would swallow the path of the other type
        "/router/tk800/config, deviceType.routePrefixUsed",
        // nobody knows the paths of a procedure that is not installed
        "/gone, deviceType.routePrefixUsed",
        "/a//b, regex",
        "/a b, regex",
        "/a/../b, regex",
        "/a/., regex",
        "/a?b, regex",
        "/%41, regex"
    })
    void refusesTheRest(String prefix, String broken) {
        assertThatThrownBy(violations(prefix)::throwIfAny).isInstanceOfSatisfying(ValidationException.class, e -> {
            assertThat(e.errors()).hasSize(1);
            assertThat(e.errors().get(0).path()).isEqualTo("routePrefix");
            assertThat(e.errors().get(0).message()).isEqualTo("validation." + broken);
        });
    }

    @Test
    void refusesAPathThatLiesBelowALongerPrefix() {
        Violations violations = new Violations();
        Routes.of("/", ROUTER).check(List.of(Routes.of("/config", ROUTER)), violations);
        assertThat(violations.isEmpty()).isFalse();
    }

    private static Violations violations(String prefix) {
        Violations violations = new Violations();
        Routes.of(prefix, ROUTER).check(OTHERS, violations);
        return violations;
    }
}
