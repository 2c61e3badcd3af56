// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.Variable;
import org.smartems.fleet.device.DeviceForm;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.resource.ConflictException;
import org.smartems.resource.Permission;
import org.smartems.resource.testing.ResourceClient;
import org.smartems.spi.procedure.DeviceField;

/** What a device would get of a text that somebody is typing. */
class TypedPreviewTest extends FleetFixture {

    private static final String BODY = "{'generator': 'twig', 'content': '%s', 'lenient': %s}";

    private ResourceClient admin;
    private ResourceClient operator;
    private String device;

    @BeforeEach
    void makeDevice() throws Exception {
        accessTag(1, 7);
        DeviceForm form = DeviceForm.named("d")
                .with(DeviceField.SERIAL_NUMBER, "RF1")
                .withVariables(List.of(Variable.of("zone", "north")))
                .withAccessTags(Set.of(1L));
        long id = fleet.devices.create(AUTHOR, fleet.router("tk800").id(), form).id();
        admin = fleet.client(transactions);
        operator = admin.as(7, Permission.SMARTEMS);
        device = "device/" + id + "/preview/config/";
    }

    @Test
    void needsNoTemplateAndStoresNothing() throws Exception {
        assertThat(preview("{{ serialNumber }} {{ zone }} {{ no }}", true)).isEqualTo("RF1 north ");
        assertThat(text("select count(*) from fleet_config")).isEqualTo("0");
    }

    @Test
    void tellsTheLineOfAMistake() {
        assertFails(() -> preview("x {{ no }}", false), "Variable \"no\" does not exist", 1);
        assertFails(() -> preview("x\\n{% y", true), "Unknown tag", 2);
        assertThatThrownBy(() -> preview("{{ no }}", true)).isInstanceOf(ConflictException.class);
    }

    @Test
    void namesWhatIsMissing() {
        assertInvalid(() -> operator.post(device + "primary", "{'content': 'x'}"), "generator=required");
        assertInvalid(
                () -> operator.post(device + "primary", "{'generator': 'gone'}"), "content=required", "generator=enum");
    }

    @Test
    void isForThoseWhoSeeTheDevice() {
        assertRefused(
                () -> operator.post(device + "tertiary", BODY.formatted("x", true)), "deny.device.config3Disabled");
        assertRefused(
                () -> admin.as(8, Permission.SMARTEMS).post(device + "primary", BODY.formatted("x", true)), "notFound");
        assertRefused(
                () -> admin.as(7, Permission.VPN).post(device + "primary", BODY.formatted("x", true)), "accessDenied");
    }

    private String preview(String content, boolean lenient) {
        return operator.post(device + "primary", BODY.formatted(content, lenient))
                .asText();
    }

    private static void assertFails(ThrowingCallable call, String cause, int line) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ConflictException.class, e -> assertThat(
                        e.messages().get(0).parameters())
                .containsAllEntriesOf(Map.of("cause", cause, "line", line)));
    }
}
