// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.devicetype;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.smartems.fleet.devicetype.DeviceTypeForm;
import org.smartems.fleet.internal.Fleet;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.fleet.internal.Violations;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.FieldRequirement;
import org.smartems.spi.procedure.ProcedureDescription;

class CapabilityRulesTest extends FleetFixture {

    private static final ProcedureDescription STRICT = ProcedureDescription.of("strict", "Strict")
            .supports(Capability.MASQUERADE)
            .field(DeviceField.MODEL, FieldRequirement.REQUIRED_IN_COMMUNICATION);

    @ParameterizedTest
    @EnumSource(names = {"UNUSED", "OPTIONAL"})
    void asksForWhatAProcedureCannotDoWithout(FieldRequirement tooLittle) {
        assertInvalid(() -> check(form(tooLittle)), "fieldModel=deviceType.propertyRequiredInCommunication");
    }

    @Test
    void takesWhatIsStricter() {
        check(form(FieldRequirement.REQUIRED_IN_COMMUNICATION));
        check(form(FieldRequirement.REQUIRED));
    }

    @Test
    void offersNoMasqueradeWhereOnlyTheProcedureKnowsIt() {
        assertInvalid(
                () -> check(Fleet.with(form(FieldRequirement.REQUIRED), Capability.MASQUERADE)),
                "hasMasquerade=deviceType.hasMasqueradesNotAvailable");
    }

    private static void check(DeviceTypeForm form) {
        Violations violations = new Violations();
        new CapabilityRules(STRICT, DeviceField.SERIAL_NUMBER, violations).check(form);
        violations.throwIfAny();
    }

    private DeviceTypeForm form(FieldRequirement model) {
        return Fleet.with(fleet.types.defaults("none").withIdentity("a", "a", "/"), DeviceField.MODEL, model);
    }
}
