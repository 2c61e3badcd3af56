// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.devicetype;

import java.util.Map;
import java.util.Set;
import org.smartems.fleet.devicetype.DeviceTypeForm;
import org.smartems.fleet.devicetype.DeviceTypeOptions;
import org.smartems.fleet.internal.Violations;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.FieldRequirement;
import org.smartems.spi.procedure.ProcedureDescription;

/** Which capabilities and field requirements go with a procedure, and with each other. */
final class CapabilityRules {

    /** Nothing installed provides these yet. */
    private static final Map<Capability, String> NOT_AVAILABLE = Map.of(
            Capability.CERTIFICATES, "deviceType.hasCertificatesNotAvailable",
            Capability.VPN, "deviceType.hasVpnNotAvailable",
            Capability.ENDPOINT_DEVICES, "deviceType.hasEndpointDevicesNotAvailable",
            Capability.MASQUERADE, "deviceType.hasMasqueradesNotAvailable");

    private final ProcedureDescription procedure;
    private final DeviceField identifier;
    private final Violations violations;

    /**
     * Rules of a procedure.
     *
     * @param identifier by which its devices are told apart
     * @param violations collects what breaks them
     */
    CapabilityRules(ProcedureDescription procedure, DeviceField identifier, Violations violations) {
        this.procedure = procedure;
        this.identifier = identifier;
        this.violations = violations;
    }

    void check(DeviceTypeForm form) {
        for (Capability capability : Capability.values()) {
            check(capability, form.capabilities());
        }
        for (int slot = 1; slot <= 3; slot++) {
            Capability always = Capability.alwaysReinstallConfig(slot);
            boolean lacking =
                    form.capabilities().contains(always) && !form.capabilities().contains(Capability.config(slot));
            violations.require(!lacking, always.id(), "deviceType.alwaysReinstallConfigNotAvailable");
        }
        checkSignal(form.capabilities(), form.options(), violations);
        form.requirements().forEach(this::check);
    }

    /** Whether a type of a procedure may have it or not. A connection to networks is always reset, see Completion. */
    static boolean isOptional(Capability capability, ProcedureDescription procedure) {
        return procedure.supported().contains(capability)
                && !procedure.required().contains(capability)
                && !NOT_AVAILABLE.containsKey(capability)
                && capability != Capability.DEVICE_TO_NETWORK_CONNECTION;
    }

    /** A floor of the signal needs something that is held back. */
    static void checkSignal(Set<Capability> capabilities, DeviceTypeOptions options, Violations violations) {
        boolean firmware = false;
        boolean config = false;
        for (int slot = 1; slot <= 3; slot++) {
            firmware |= capabilities.contains(Capability.firmware(slot));
            config |= capabilities.contains(Capability.config(slot));
        }
        violations.require(
                firmware || !options.firmwareMinRsrp().on(),
                "enableFirmwareMinRsrp",
                "deviceType.firmwareNotUsedCannotEnableMinRsrp");
        violations.require(
                config || !options.configMinRsrp().on(),
                "enableConfigMinRsrp",
                "deviceType.configNotUsedCannotEnableMinRsrp");
    }

    private void check(Capability capability, Set<Capability> chosen) {
        boolean required = procedure.required().contains(capability);
        if (!chosen.contains(capability)) {
            violations.require(!required, capability.id(), "deviceType.requiredField");
            return;
        }
        if (!required && !procedure.supported().contains(capability)) {
            violations.add(capability.id(), "deviceType.unusedField");
        } else if (NOT_AVAILABLE.containsKey(capability)) {
            violations.add(capability.id(), NOT_AVAILABLE.get(capability));
        }
    }

    private void check(DeviceField field, FieldRequirement chosen) {
        String path = "field" + Character.toUpperCase(field.id().charAt(0))
                + field.id().substring(1);
        boolean isChosen = field == identifier && procedure.identifiers().size() > 1;
        FieldRequirement floor = isChosen ? FieldRequirement.REQUIRED : procedure.requirement(field);
        if (floor == FieldRequirement.REQUIRED) {
            violations.require(chosen == FieldRequirement.REQUIRED, path, "deviceType.propertyRequired");
        }
        if (floor == FieldRequirement.REQUIRED_IN_COMMUNICATION) {
            boolean strict = chosen == FieldRequirement.REQUIRED || chosen == floor;
            violations.require(strict, path, "deviceType.propertyRequiredInCommunication");
        }
    }
}
