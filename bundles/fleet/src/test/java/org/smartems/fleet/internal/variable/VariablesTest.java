// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.variable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smartems.api.error.ValidationException;
import org.smartems.fleet.Variable;
import org.smartems.fleet.VariableType;
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.fleet.internal.Violations;
import org.smartems.fleet.internal.customdata.CustomData;
import org.smartems.fleet.internal.device.DeviceFacts;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.procedure.DeviceField;

class VariablesTest {

    private static final DeviceFacts FACTS = new DeviceFacts(
            Map.of(
                    DeviceField.SERIAL_NUMBER, "S1",
                    DeviceField.IMSI, "262",
                    DeviceField.RSRP, "-90 dBm",
                    DeviceField.CELLULAR_UPTIME1, "1 day, 02:03:04"),
            Map.of(1, "v1.9.0"),
            "10.0.0.1",
            "10.0.0.2",
            "ems",
            CustomData.NONE);

    @ParameterizedTest
    @CsvSource({
        "zone, ''",
        "_Zone9, ''",
        "größe, ''",
        "9zone, variableName.invalid",
        "zo-ne, variableName.invalid",
        "zo ne, variableName.invalid",
        "this, variableName.thisNotAllowed",
        "This, ''",
        "name, variable.variableNameUsedInPredefinedVariables",
        "imsi2, variable.variableNameUsedInPredefinedVariables",
        "IMEI, ''",
        "hardwareVersion, ''",
        "vip_0, variable.variableNameUsedInPredefinedVariables",
        "physicalIp_12, variable.variableNameUsedInPredefinedVariables",
        "pip_, ''",
        "virtualIp_x, ''"
    })
    void knowsWhichNamesAreFree(String name, String broken) {
        Violations violations = new Violations();
        VariableRules.check(router(), List.of(Variable.of(name, "x")), "device", violations);
        Set<String> expected = broken.isEmpty() ? Set.of() : Set.of("variables.0.name=" + broken);
        assertThat(broken(violations)).isEqualTo(expected);
    }

    @Test
    void wantsEachNameOnceAndWithAValue() {
        Violations violations = new Violations();
        VariableRules.check(
                router(),
                List.of(Variable.of("a", "x"), Variable.of("a", " "), Variable.of("A", "x")),
                "d",
                violations);
        assertThat(broken(violations))
                .containsExactly(
                        "variables.1.name=variable.variableNameNotUnique", "variables.1.variableValue=required");
    }

    @Test
    void refusesAValueThatIsNotOfItsType() {
        Violations violations = new Violations();
        List<Variable> variables =
                List.of(Variable.of("a", "1"), Variable.of("b", "one").as(VariableType.INTEGER));
        VariableRules.check(router(), variables, "d", violations);
        assertThat(broken(violations)).containsExactly("variables.1.variableValue=variable.valueInvalid");
    }

    @Test
    void predefinesWhatIsKnownOfARouter() {
        Map<String, Object> variables = PredefinedVariables.of(router(), "S1", "north", FACTS);
        assertThat(variables)
                .containsEntry("SerialNr", "S1")
                .containsEntry("identifier", "S1")
                .containsEntry("name", "north")
                .containsEntry("XForwardedForIP", "10.0.0.1")
                .containsEntry("SourceIP", "10.0.0.2")
                .containsEntry("imsi", "262")
                .containsEntry("IMSI", "262")
                .containsEntry("imei", null)
                .containsEntry("rsrp", "-90 dBm")
                .containsEntry("rsrpValue", -90L)
                .containsEntry("cellularUptimeSeconds1", 93784L)
                .containsEntry("cellularUptimeSeconds2", null)
                .doesNotContainKey("firmwareVersion");
    }

    @Test
    void predefinesWhatIsKnownOfAGateway() {
        DeviceType gateway = type(Capability.VARIABLES, Capability.GSM, Capability.DEVICE_COMMANDS);
        assertThat(PredefinedVariables.of(gateway, "S1", "north", FACTS))
                .containsEntry("firmwareVersion", "v1.9.0")
                .containsEntry("registrationId", null)
                .containsKeys("endorsementKey", "hardwareVersion");
    }

    @Test
    void putsPredefinedVariablesOverDefinedOnes() {
        List<Variable> defined = List.of(Variable.of("zone", "a"), Variable.of("name", "mine"));
        assertThat(PredefinedVariables.over(defined, Map.of("name", "north")))
                .isEqualTo(Map.of("zone", "a", "name", "north"));
    }

    @Test
    void givesIdsThatNoOtherVariableHasOrHad() {
        List<Variable> stored = List.of(new Variable(1, "a", "x"), new Variable(4, "b", "y"));
        assertThat(VariableLists.numbered(
                        List.of(new Variable(4, "b", "z"), Variable.of("c", "x"), new Variable(9, "d", "x")), stored))
                .containsExactly(new Variable(4, "b", "z"), new Variable(5, "c", "x"), new Variable(6, "d", "x"));
        assertThat(VariableLists.replaced(List.of(Variable.of("c", "x")), stored))
                .containsExactly(new Variable(1, "c", "x"));
    }

    private static DeviceType router() {
        return type(Capability.VARIABLES, Capability.GSM);
    }

    private static DeviceType type(Capability... capabilities) {
        return new DeviceType(
                1,
                "type",
                "Device",
                true,
                "procedure",
                Map.of(),
                "/",
                "none",
                Set.of(capabilities),
                Map.of(),
                Map.of(),
                Map.of(),
                Set.of(),
                Map.of(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                3,
                Duration.ofHours(4),
                "anySchema",
                false,
                List.of());
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
