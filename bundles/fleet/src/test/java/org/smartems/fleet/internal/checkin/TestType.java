// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.smartems.fleet.catalogue.CustomDataField;
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.fleet.internal.FakeProcedure;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.FieldRequirement;
import org.smartems.spi.procedure.ProcedureDescription;

/** A device type for tests without a database, to be changed as a test needs it. */
final class TestType {

    static final ProcedureDescription ROUTER = FakeProcedure.router().description();
    static final ProcedureDescription GATEWAY = FakeProcedure.gateway().description();

    final ProcedureDescription procedure;
    final Set<Capability> capabilities;
    final Map<DeviceField, FieldRequirement> requirements = new EnumMap<>(DeviceField.class);
    OptionalInt firmwareMinRsrp = OptionalInt.empty();
    OptionalInt configMinRsrp = OptionalInt.empty();
    int maxRetries = 3;
    String versioning = "anySchema";
    boolean bindIdentity;
    List<CustomDataField> customData = List.of();
    final Map<Integer, String> customUrls = new HashMap<>();

    private final String deviceName;
    private final Map<Integer, String> configs;
    private final Set<Integer> json;

    private TestType(
            ProcedureDescription procedure, String deviceName, Map<Integer, String> configs, Set<Integer> json) {
        this.procedure = procedure;
        this.deviceName = deviceName;
        this.configs = configs;
        this.json = json;
        this.capabilities = EnumSet.copyOf(procedure.required());
        requirements.put(DeviceField.SERIAL_NUMBER, FieldRequirement.REQUIRED);
    }

    static TestType router() {
        TestType type = new TestType(ROUTER, "Router", Map.of(1, "Startup config", 2, "Running config"), Set.of());
        type.capabilities.add(Capability.REQUEST_DIAGNOSE);
        return type;
    }

    static TestType gateway() {
        TestType type = new TestType(GATEWAY, "Edge gateway", Map.of(1, "Config"), Set.of(1));
        type.capabilities.addAll(Set.of(Capability.FIRMWARE1, Capability.CONFIG1));
        return type;
    }

    DeviceType build() {
        return new DeviceType(
                1,
                "Type of " + deviceName,
                deviceName,
                true,
                procedure.id(),
                Map.of(),
                "/" + procedure.id(),
                "none",
                capabilities,
                requirements,
                Map.of(1, "Firmware"),
                configs,
                json,
                customUrls,
                firmwareMinRsrp,
                configMinRsrp,
                maxRetries,
                Duration.ofHours(4),
                versioning,
                bindIdentity,
                customData);
    }
}
