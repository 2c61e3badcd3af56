// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.procedure;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a device says with one contact; immutable, every method that adds something returns a changed copy.
 *
 * <p>What is absent keeps its stored value; an empty text removes it. The platform checks lengths and what the device
 * type requires.
 */
@ProviderType
public final class DeviceReport {

    private static final DeviceReport EMPTY = new DeviceReport();

    private Map<DeviceField, String> fields = Map.of();
    private Map<Integer, String> firmwareVersions = Map.of();
    private Map<Integer, String> configs = Map.of();
    private String diagnoseData;
    private String customData;
    private CommandReport command;
    private boolean creating = true;

    private DeviceReport() {}

    /**
     * A report that says nothing.
     *
     * @return always the same
     */
    public static DeviceReport empty() {
        return EMPTY;
    }

    /**
     * Adds a fact.
     *
     * @param field which
     * @param value as the device sent it; empty removes the stored one
     * @return a copy
     */
    public DeviceReport with(DeviceField field, String value) {
        Objects.requireNonNull(value, "value");
        return copy(report -> {
            Map<DeviceField, String> more = new EnumMap<>(DeviceField.class);
            more.putAll(fields);
            more.put(field, value);
            report.fields = Collections.unmodifiableMap(more);
        });
    }

    /**
     * Adds the version of a firmware slot.
     *
     * @param slot 1 to 3
     * @param version in the form in which it is compared with the template's
     * @return a copy
     */
    public DeviceReport withFirmwareVersion(int slot, String version) {
        return copy(report -> report.firmwareVersions = with(firmwareVersions, slot, version));
    }

    /**
     * Adds the config that the device has in a slot.
     *
     * @param slot 1 to 3
     * @param config as sent, not trimmed
     * @return a copy
     */
    public DeviceReport withConfig(int slot, String config) {
        return copy(report -> report.configs = with(configs, slot, config));
    }

    /**
     * Adds diagnose data.
     *
     * @param data as sent, not trimmed; empty is logged as absent
     * @return a copy
     */
    public DeviceReport withDiagnoseData(String data) {
        return copy(report -> report.diagnoseData = Objects.requireNonNull(data, "data"));
    }

    /**
     * Adds data of the device's own, of which the platform keeps what the device type declares.
     *
     * @param json an object; anything else, and one of more than 64 KiB, is logged and not kept
     * @return a copy
     */
    public DeviceReport withCustomData(String json) {
        return copy(report -> report.customData = Objects.requireNonNull(json, "json"));
    }

    /**
     * Adds what the device says of a command.
     *
     * @param report of the device
     * @return a copy
     */
    public DeviceReport withCommand(CommandReport report) {
        return copy(copied -> copied.command = Objects.requireNonNull(report, "report"));
    }

    /**
     * The same report, which makes no device of an unknown one.
     *
     * @return a copy
     */
    public DeviceReport withoutCreating() {
        return copy(report -> report.creating = false);
    }

    /**
     * The facts.
     *
     * @return immutable
     */
    public Map<DeviceField, String> fields() {
        return fields;
    }

    /**
     * One fact.
     *
     * @param field which
     * @return empty when the device did not send it or sent an empty one
     */
    public Optional<String> field(DeviceField field) {
        return Optional.ofNullable(fields.get(field)).filter(value -> !value.isEmpty());
    }

    /**
     * The firmware versions by slot.
     *
     * @return immutable
     */
    public Map<Integer, String> firmwareVersions() {
        return firmwareVersions;
    }

    /**
     * The configs by slot.
     *
     * @return immutable
     */
    public Map<Integer, String> configs() {
        return configs;
    }

    /**
     * The diagnose data.
     *
     * @return empty when the contact is no diagnose contact
     */
    public Optional<String> diagnoseData() {
        return Optional.ofNullable(diagnoseData);
    }

    /**
     * The data of the device's own.
     *
     * @return JSON as it was given; empty when the device sent none
     */
    public Optional<String> customData() {
        return Optional.ofNullable(customData);
    }

    /**
     * What the device says of a command.
     *
     * @return empty when it says nothing of one
     */
    public Optional<CommandReport> command() {
        return Optional.ofNullable(command);
    }

    /**
     * Whether an unknown device is made.
     *
     * @return true by default
     */
    public boolean isCreating() {
        return creating;
    }

    private DeviceReport copy(Consumer<DeviceReport> change) {
        DeviceReport copy = new DeviceReport();
        copy.fields = fields;
        copy.firmwareVersions = firmwareVersions;
        copy.configs = configs;
        copy.diagnoseData = diagnoseData;
        copy.customData = customData;
        copy.command = command;
        copy.creating = creating;
        change.accept(copy);
        return copy;
    }

    private static Map<Integer, String> with(Map<Integer, String> map, int slot, String value) {
        if (slot < 1 || slot > 3) {
            throw new IllegalArgumentException("slots are 1 to 3: " + slot);
        }
        Map<Integer, String> more = new HashMap<>(map);
        more.put(slot, Objects.requireNonNull(value, "value"));
        return Collections.unmodifiableMap(more);
    }
}
