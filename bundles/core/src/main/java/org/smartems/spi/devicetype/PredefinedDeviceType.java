// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.devicetype;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.smartems.spi.procedure.Capability;

/** A device type as data; immutable, every method that changes something returns a changed copy. */
@ProviderType
public final class PredefinedDeviceType {

    private final String key;
    private final String name;
    private final String procedure;
    private String deviceName;
    private String icon = "router";
    private String color = "#000000";
    private String commonNamePrefix = "";
    private String routePrefix = "/";
    private String authenticationMethod = "none";
    private Set<Capability> capabilities = Set.of();
    private Map<Integer, String> firmwareNames = Map.of();
    private Map<Integer, String> configNames = Map.of();
    private Set<Integer> jsonConfigs = Set.of();
    private Integer minimumRsrp;
    private boolean connectionAggregation;

    private PredefinedDeviceType(String key, String name, String procedure) {
        this.key = key;
        this.name = name;
        this.procedure = procedure;
        this.deviceName = name;
    }

    /**
     * A device type without capabilities.
     *
     * @param key stable and unique within the system: lower case letters, digits and hyphens
     * @param name what people read
     * @param procedure id of the communication procedure
     * @return a new description
     */
    public static PredefinedDeviceType of(String key, String name, String procedure) {
        return new PredefinedDeviceType(key, name, procedure);
    }

    /**
     * How its devices are shown.
     *
     * @param singular what a device is called in texts, such as {@code Router}
     * @param iconName one of the icons of the console
     * @param rgb such as {@code #E10A1E}
     * @return a copy
     */
    public PredefinedDeviceType shownAs(String singular, String iconName, String rgb) {
        return copy(it -> {
            it.deviceName = singular;
            it.icon = iconName;
            it.color = rgb;
        });
    }

    /**
     * The prefix of common names of its devices' certificates.
     *
     * @param prefix up to six characters, unique within the system
     * @return a copy
     */
    public PredefinedDeviceType commonNamePrefix(String prefix) {
        return copy(it -> it.commonNamePrefix = prefix);
    }

    /**
     * Where its devices call, and how they prove who they are.
     *
     * @param prefix begins with a slash
     * @param method of a device authenticator, or {@code none}
     * @return a copy
     */
    public PredefinedDeviceType calledAt(String prefix, String method) {
        return copy(it -> {
            it.routePrefix = prefix;
            it.authenticationMethod = method;
        });
    }

    /**
     * What is switched on besides the slots.
     *
     * @param more in any order
     * @return a copy
     */
    public PredefinedDeviceType with(Capability... more) {
        return copy(it -> it.capabilities = Additions.to(capabilities, List.of(more)));
    }

    /**
     * Switches a firmware slot on.
     *
     * @param slot 1 to 3
     * @param slotName what people read
     * @return a copy
     */
    public PredefinedDeviceType firmware(int slot, String slotName) {
        return copy(it -> {
            it.capabilities = Additions.to(capabilities, List.of(Capability.firmware(slot)));
            it.firmwareNames = Additions.to(firmwareNames, slot, slotName);
        });
    }

    /**
     * Switches a config slot of plain text on.
     *
     * @param slot 1 to 3
     * @param slotName what people read
     * @return a copy
     */
    public PredefinedDeviceType config(int slot, String slotName) {
        return copy(it -> {
            it.capabilities = Additions.to(capabilities, List.of(Capability.config(slot)));
            it.configNames = Additions.to(configNames, slot, slotName);
        });
    }

    /**
     * Switches a config slot of JSON on.
     *
     * @param slot 1 to 3
     * @param slotName what people read
     * @return a copy
     */
    public PredefinedDeviceType jsonConfig(int slot, String slotName) {
        return config(slot, slotName).copy(it -> it.jsonConfigs = Additions.to(jsonConfigs, List.of(slot)));
    }

    /**
     * Switches on that configs and firmware are held back from devices with a weak signal.
     *
     * @param dBm the weakest signal with which they are handed out, such as -116
     * @return a copy
     */
    public PredefinedDeviceType minimumRsrp(int dBm) {
        return copy(it -> it.minimumRsrp = dBm);
    }

    /**
     * Switches on that contacts are counted.
     *
     * @return a copy
     */
    public PredefinedDeviceType withConnectionAggregation() {
        return copy(it -> it.connectionAggregation = true);
    }

    /**
     * The key.
     *
     * @return stable
     */
    public String key() {
        return key;
    }

    /**
     * What people read.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * The communication procedure.
     *
     * @return its id
     */
    public String procedure() {
        return procedure;
    }

    /**
     * What a device is called in texts.
     *
     * @return the name unless said otherwise
     */
    public String deviceName() {
        return deviceName;
    }

    /**
     * The icon.
     *
     * @return its name in the console
     */
    public String icon() {
        return icon;
    }

    /**
     * The colour.
     *
     * @return {@code #rrggbb}
     */
    public String color() {
        return color;
    }

    /**
     * The prefix of common names.
     *
     * @return may be empty
     */
    public String commonNamePrefix() {
        return commonNamePrefix;
    }

    /**
     * Where its devices call.
     *
     * @return begins with a slash
     */
    public String routePrefix() {
        return routePrefix;
    }

    /**
     * How its devices prove who they are.
     *
     * @return method of a device authenticator, or {@code none}
     */
    public String authenticationMethod() {
        return authenticationMethod;
    }

    /**
     * What is switched on, the slots included.
     *
     * @return immutable
     */
    public Set<Capability> capabilities() {
        return capabilities;
    }

    /**
     * The name of a firmware slot.
     *
     * @param slot 1 to 3
     * @return empty when it is off
     */
    public Optional<String> firmwareName(int slot) {
        return Optional.ofNullable(firmwareNames.get(slot));
    }

    /**
     * The name of a config slot.
     *
     * @param slot 1 to 3
     * @return empty when it is off
     */
    public Optional<String> configName(int slot) {
        return Optional.ofNullable(configNames.get(slot));
    }

    /**
     * Whether a config slot is one of JSON.
     *
     * @param slot 1 to 3
     * @return false for plain text
     */
    public boolean isJson(int slot) {
        return jsonConfigs.contains(slot);
    }

    /**
     * The weakest signal with which configs and firmware are handed out.
     *
     * @return dBm; empty when the signal does not matter
     */
    public OptionalInt minimumRsrp() {
        return minimumRsrp == null ? OptionalInt.empty() : OptionalInt.of(minimumRsrp);
    }

    /**
     * Whether contacts are counted.
     *
     * @return false unless said otherwise
     */
    public boolean hasConnectionAggregation() {
        return connectionAggregation;
    }

    private PredefinedDeviceType copy(Consumer<PredefinedDeviceType> change) {
        PredefinedDeviceType copy = new PredefinedDeviceType(key, name, procedure);
        copy.deviceName = deviceName;
        copy.icon = icon;
        copy.color = color;
        copy.commonNamePrefix = commonNamePrefix;
        copy.routePrefix = routePrefix;
        copy.authenticationMethod = authenticationMethod;
        copy.capabilities = capabilities;
        copy.firmwareNames = firmwareNames;
        copy.configNames = configNames;
        copy.jsonConfigs = jsonConfigs;
        copy.minimumRsrp = minimumRsrp;
        copy.connectionAggregation = connectionAggregation;
        change.accept(copy);
        return copy;
    }
}
