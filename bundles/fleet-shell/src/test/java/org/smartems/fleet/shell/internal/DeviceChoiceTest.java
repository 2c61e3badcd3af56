// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.History;
import org.smartems.fleet.Variable;
import org.smartems.fleet.device.DeviceStatus;
import org.smartems.fleet.device.DeviceView;
import org.smartems.fleet.device.Devices;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.spi.procedure.DeviceField;

class DeviceChoiceTest {

    private static final DeviceView FIRST = device(1, 10, "RF1", Set.of());
    private static final DeviceView SECOND = device(2, 20, "RF1", Set.of(WorkFlag.REINSTALL_CONFIG1));
    private static final OptionalLong ANY = OptionalLong.empty();

    @Test
    void takesTheOneDeviceThatAWordStandsFor() {
        assertThat(DeviceChoice.device(devices(FIRST), "RF1", ANY)).isEqualTo(FIRST);
        assertThat(DeviceChoice.device(devices(FIRST, SECOND), "RF1", OptionalLong.of(20)))
                .isEqualTo(SECOND);
        assertThat(DeviceChoice.device(devices(), "id:2", ANY)).isEqualTo(SECOND);
    }

    @Test
    void refusesToGuess() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeviceChoice.device(devices(FIRST, SECOND), "RF1", ANY))
                .withMessage("Several devices are called RF1: use --type, or one of [id:1, id:2]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeviceChoice.device(devices(FIRST), "RF1", OptionalLong.of(20)))
                .withMessage("There is no device RF1");
    }

    @Test
    void showsWhatIsKnownAndNothingElse() {
        Map<String, Object> details = DeviceText.details(SECOND, "TK800");
        assertThat(details)
                .containsEntry("identifier", "RF1")
                .containsEntry("serialNumber", "RF1")
                .containsEntry("firmwareVersion1", "1.0")
                .containsEntry("flags", List.of("reinstallConfig1"))
                .containsEntry("seenAt", "2026-11-26T10:20:30Z")
                .doesNotContainKeys("sourceIp", "template", "description");
        assertThat(Json.text(details)).startsWith("{\"id\":2,\"deviceType\":\"TK800\"");
        assertThat(DeviceText.cell(details.get("flags"))).isEqualTo("reinstallConfig1");
    }

    /** Finds the given devices by every word, and the second one by its id. */
    private static Devices devices(DeviceView... found) {
        return (Devices) Proxy.newProxyInstance(
                Devices.class.getClassLoader(),
                new Class<?>[] {Devices.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "find" -> List.of(found);
                    case "get" -> arguments[0].equals(SECOND.id()) ? SECOND : null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    static DeviceView device(long id, long type, String serialNumber, Set<WorkFlag> flags) {
        Instant seen = Instant.parse("2026-11-26T10:20:30.123Z");
        DeviceStatus status = new DeviceStatus(
                Map.of(DeviceField.SERIAL_NUMBER, serialNumber),
                Map.of(1, "1.0"),
                "",
                "",
                "",
                Optional.of(seen),
                0,
                false,
                0,
                Optional.empty());
        return new DeviceView(
                id,
                "u",
                type,
                serialNumber,
                "name",
                "",
                true,
                false,
                OptionalLong.empty(),
                List.of(Variable.of("a", "b")),
                Set.of(),
                Set.of(),
                flags,
                status,
                new History(seen, seen, OptionalLong.empty(), OptionalLong.empty()));
    }
}
