// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.devicetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smartems.api.error.ValidationException;
import org.smartems.fleet.devicetype.DeviceTypeOptions;
import org.smartems.fleet.devicetype.DeviceTypeOptions.Commands;
import org.smartems.fleet.devicetype.DeviceTypeOptions.Switched;
import org.smartems.fleet.internal.Violations;
import org.smartems.spi.procedure.Capability;

class OptionRulesTest {

    private static final Commands COMMANDS = new Commands(OptionalInt.of(0), "+4 hours");
    private static final Switched EMPTY = new Switched(true, OptionalInt.empty());

    @Test
    void findsNothingWrongWithUsualOptions() {
        assertThat(broken(options(COMMANDS, Switched.on(-116), Switched.on(1)))).isEmpty();
        assertThat(broken(options(COMMANDS, Switched.off(), Switched.off()))).isEmpty();
    }

    @Test
    void asksForNumbersThatAreSwitchedOn() {
        assertThat(broken(options(new Commands(OptionalInt.empty(), ""), EMPTY, EMPTY)))
                .containsExactly(
                        "configMinRsrp=required",
                        "connectionAggregationPeriod=required",
                        "deviceCommandExpireDuration=required",
                        "deviceCommandMaxRetries=required");
        assertThat(broken(options(new Commands(OptionalInt.of(-1), "+4 hours"), Switched.off(), Switched.on(0))))
                .containsExactly(
                        "connectionAggregationPeriod=greaterThanOrEqual", "deviceCommandMaxRetries=greaterThanOrEqual");
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "0 hours", "-1 hours", "4"})
    void refusesDurationsThatDoNotLast(String duration) {
        assertThat(broken(options(new Commands(OptionalInt.of(3), duration), Switched.off(), Switched.off())))
                .containsExactly("deviceCommandExpireDuration=dateModifier");
    }

    @ParameterizedTest
    @CsvSource({
        "hammer, #0A1EE1, 1, default, icon=enum",
        "router, red, 1, default, color=cssColor",
        "router, #0A1EE, 1, default, color=cssColor",
        "router, #0A1EE1, 0, default, virtualSubnetCidr=rangeMin",
        "router, #0A1EE1, 33, default, virtualSubnetCidr=rangeMax",
        "router, #0A1EE1, 32, full, masqueradeType=enum"
    })
    void refusesValuesThatDoNotExist(String icon, String color, int cidr, String masquerade, String expected) {
        DeviceTypeOptions options = new DeviceTypeOptions(
                icon,
                color,
                Map.of(),
                "none",
                "",
                false,
                false,
                COMMANDS,
                Switched.off(),
                Switched.off(),
                Switched.off(),
                OptionalInt.of(cidr),
                masquerade);
        assertThat(broken(options)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "none, '', ''",
        "basic, user, ''",
        "digest, user, ''",
        "installed, user, ''",
        "basic, '', credentialsSource=deviceType.credentialsSourceMissing",
        "basic, secret, deviceTypeSecretCredential=deviceType.deviceTypeSecretCredentialMissing",
        "digest, both, deviceTypeSecretCredential=deviceType.deviceTypeSecretCredentialMissing",
        "basic, nobody, credentialsSource=enum",
        "x509, user, deviceTypeCertificateTypeCredential=deviceType.deviceTypeCertificateTypeCredentialMissing",
        "kerberos, user, authenticationMethod=enum",
        "'', '', authenticationMethod=required"
    })
    void knowsTheWaysToLogIn(String method, String source, String expected) {
        DeviceTypeOptions options =
                options(COMMANDS, Switched.off(), Switched.off()).withAuthentication(method, source);
        assertThat(broken(options)).isEqualTo(expected.isEmpty() ? Set.of() : Set.of(expected));
    }

    @Test
    void letsASignalCountOnlyWhereSomethingIsHeldBack() {
        Violations violations = new Violations();
        DeviceTypeOptions options = options(COMMANDS, Switched.on(-100), Switched.off());
        CapabilityRules.checkSignal(Set.of(Capability.FIRMWARE1), options, violations);
        assertThat(broken(violations))
                .containsExactly("enableConfigMinRsrp=deviceType.configNotUsedCannotEnableMinRsrp");
        Violations others = new Violations();
        CapabilityRules.checkSignal(Set.of(Capability.CONFIG1), firmwareFloor(), others);
        assertThat(broken(others))
                .containsExactly("enableFirmwareMinRsrp=deviceType.firmwareNotUsedCannotEnableMinRsrp");
    }

    private static DeviceTypeOptions options(Commands commands, Switched rsrp, Switched aggregation) {
        return options(commands, rsrp, Switched.off(), aggregation);
    }

    private static DeviceTypeOptions firmwareFloor() {
        return options(COMMANDS, Switched.off(), Switched.on(-100), Switched.off());
    }

    private static DeviceTypeOptions options(
            Commands commands, Switched rsrp, Switched firmwareRsrp, Switched aggregation) {
        return new DeviceTypeOptions(
                "router",
                "#0A1EE1",
                Map.of(),
                "none",
                "",
                false,
                false,
                commands,
                rsrp,
                firmwareRsrp,
                aggregation,
                OptionalInt.empty(),
                "");
    }

    private static Set<String> broken(DeviceTypeOptions options) {
        Violations violations = new Violations();
        new OptionRules("installed"::equals, violations).check(EnumSet.of(Capability.DEVICE_COMMANDS), options);
        return broken(violations);
    }

    private static Set<String> broken(Violations violations) {
        Set<String> broken = new TreeSet<>();
        try {
            violations.throwIfAny();
        } catch (ValidationException e) {
            e.errors()
                    .forEach(error ->
                            broken.add(error.path() + "=" + error.message().substring(11)));
        }
        return broken;
    }
}
