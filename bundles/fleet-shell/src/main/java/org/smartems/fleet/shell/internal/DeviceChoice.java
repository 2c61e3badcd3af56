// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.smartems.fleet.device.DeviceView;
import org.smartems.fleet.device.Devices;
import org.smartems.fleet.devicetype.DeviceTypeView;
import org.smartems.fleet.devicetype.DeviceTypes;

/** Finds out what somebody means. */
final class DeviceChoice {

    private DeviceChoice() {}

    /**
     * The one device that a word stands for.
     *
     * @param word identifier, name, UUID or {@code id:N}
     * @param type id of its type, when that was said
     * @throws IllegalArgumentException when there is none, or more than one
     */
    static DeviceView device(Devices devices, String word, OptionalLong type) {
        if (word.matches("id:[0-9]{1,18}")) {
            return devices.get(Long.parseLong(word.substring(3)));
        }
        List<DeviceView> found = devices.find(word).stream()
                .filter(device -> type.isEmpty() || device.deviceType() == type.getAsLong())
                .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("There is no device " + word);
        }
        if (found.size() > 1) {
            throw new IllegalArgumentException("Several devices are called " + word + ": use --type, or one of "
                    + found.stream().map(device -> "id:" + device.id()).toList());
        }
        return found.get(0);
    }

    /**
     * The type of a name.
     *
     * @param name as given, null when none was
     * @return empty when no name was given
     * @throws IllegalArgumentException when there is none
     */
    static OptionalLong type(DeviceTypes types, String name) {
        if (name == null) {
            return OptionalLong.empty();
        }
        Optional<DeviceTypeView> type = types.find(name);
        return OptionalLong.of(type.orElseThrow(() -> new IllegalArgumentException("There is no device type " + name))
                .id());
    }

    /** The name of a type. */
    static String typeName(DeviceTypes types, long id) {
        return types.get(id).values().name();
    }
}
