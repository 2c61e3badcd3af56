// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.device.DeviceForm;
import org.smartems.fleet.device.DeviceView;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.spi.procedure.DeviceField;

class NewDevicesTest extends FleetFixture {

    private long type;

    @BeforeEach
    void makeType() {
        type = fleet.router("tk800").id();
    }

    @Test
    void makesADisabledDeviceThatIsNamedByItsIdentifier() {
        DeviceView device = fleet.devices.get(add("RF1").orElseThrow());
        assertThat(device.identifier()).isEqualTo("RF1");
        assertThat(device.name()).isEqualTo("RF1");
        assertThat(device.enabled()).isFalse();
        assertThat(device.history().createdBy()).isEmpty();
        assertThat(add("RF1")).as("is there").isEmpty();
    }

    @Test
    void findsAnotherNameWhenItIsTaken() {
        fleet.devices.create(AUTHOR, type, DeviceForm.named("RF1").with(DeviceField.SERIAL_NUMBER, "x"));
        fleet.devices.create(AUTHOR, type, DeviceForm.named("RF1-1").with(DeviceField.SERIAL_NUMBER, "y"));
        assertThat(fleet.devices.get(add("RF1").orElseThrow()).name()).isEqualTo("RF1-2");
        String longest = "s".repeat(255);
        fleet.devices.create(AUTHOR, type, DeviceForm.named(longest).with(DeviceField.SERIAL_NUMBER, "z"));
        assertThat(fleet.devices.get(add(longest).orElseThrow()).name())
                .hasSize(255)
                .endsWith("s-1");
    }

    @Test
    void matchesADeviceThatPeopleHaveMadeBefore() {
        fleet.devices.create(AUTHOR, type, DeviceForm.named("north").with(DeviceField.SERIAL_NUMBER, "RF1"));
        assertThat(add("RF1")).isEmpty();
    }

    @Test
    void makesOneDeviceOfManyFirstContactsAtOnce() throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(8);
        List<Callable<OptionalLong>> contacts = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            contacts.add(() -> add("RF1"));
        }
        int made = 0;
        for (Future<OptionalLong> contact : many.invokeAll(contacts)) {
            made += contact.get().isPresent() ? 1 : 0;
        }
        many.shutdown();
        assertThat(made).isEqualTo(1);
        assertThat(text("select count(*) from fleet_device_state")).isEqualTo("1");
    }

    private OptionalLong add(String identifier) {
        return transactions.call(() -> new NewDevices(transactions).add(type, identifier, Instant.EPOCH));
    }
}
