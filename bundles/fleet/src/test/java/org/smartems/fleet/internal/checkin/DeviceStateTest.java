// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.internal.command.OpenCommand;
import org.smartems.fleet.internal.delivery.Delivering;
import org.smartems.fleet.internal.device.DeviceFacts;
import org.smartems.spi.procedure.DeviceField;

class DeviceStateTest {

    private static final DeviceState BEFORE = with(facts(Map.of(DeviceField.MODEL, "TK815"), "", "192.0.2.1"));

    @ParameterizedTest
    @EnumSource(DeviceField.class)
    void onlySomeFieldsMove(DeviceField field) {
        Map<DeviceField, String> fields =
                field == DeviceField.MODEL ? Map.of(field, "other") : Map.of(DeviceField.MODEL, "TK815", field, "1");
        DeviceState after = with(facts(fields, "", "192.0.2.9"));
        EnumSet<DeviceField> moving = EnumSet.of(
                DeviceField.RSRP,
                DeviceField.CELL_ID,
                DeviceField.UPTIME,
                DeviceField.CELLULAR_UPTIME1,
                DeviceField.CELLULAR_UPTIME2);
        assertThat(after.differsByMoving(BEFORE)).isEqualTo(moving.contains(field));
    }

    @ParameterizedTest
    @MethodSource("others")
    void nothingElseMoves(DeviceState after) {
        assertThat(after.differsByMoving(BEFORE)).isFalse();
    }

    static Stream<DeviceState> others() {
        DeviceFacts same = BEFORE.facts();
        OpenCommand command = new OpenCommand(1, Instant.EPOCH, "get_config", "t", "REQUEST_CONFIG", 0, Instant.EPOCH);
        return Stream.of(
                with(new DeviceFacts(same.fields(), Map.of(2, "1.0"), "", "192.0.2.1", "host", "{}")),
                with(facts(same.fields(), "198.51.100.1", "192.0.2.1")),
                with(new DeviceFacts(same.fields(), Map.of(), "", "192.0.2.1", "other", "{}")),
                with(same.withCustomData("{\"a\": 1}")),
                state(Flags.NONE.set(WorkFlag.firmware(1)), Optional.empty(), List.of()),
                state(Flags.NONE, Optional.of(new Delivering("CONFIG", 1, 1, "node")), List.of()),
                state(Flags.NONE, Optional.empty(), List.of(command)),
                retries(1, false),
                retries(0, true),
                bound(OptionalLong.of(3), Map.of()),
                bound(OptionalLong.empty(), Map.of(1, new ConfigMark(1, Instant.EPOCH, "md5"))));
    }

    private static DeviceFacts facts(Map<DeviceField, String> fields, String forwardedFor, String sourceIp) {
        return new DeviceFacts(fields, Map.of(), forwardedFor, sourceIp, "host", "{}");
    }

    private static DeviceState with(DeviceFacts facts) {
        return new DeviceState(
                1, facts, Flags.NONE, Optional.empty(), List.of(), 0, false, OptionalLong.empty(), Map.of());
    }

    private static DeviceState state(Flags flags, Optional<Delivering> delivering, List<OpenCommand> commands) {
        return new DeviceState(
                1, BEFORE.facts(), flags, delivering, commands, 0, false, OptionalLong.empty(), Map.of());
    }

    private static DeviceState retries(int failed, boolean critical) {
        return new DeviceState(
                1,
                BEFORE.facts(),
                Flags.NONE,
                Optional.empty(),
                List.of(),
                failed,
                critical,
                OptionalLong.empty(),
                Map.of());
    }

    private static DeviceState bound(OptionalLong credential, Map<Integer, ConfigMark> configs) {
        return new DeviceState(
                1, BEFORE.facts(), Flags.NONE, Optional.empty(), List.of(), 0, false, credential, configs);
    }
}
