// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.procedure;

/** What a device type can have switched on. May grow. */
public enum Capability {
    /** First firmware slot. */
    FIRMWARE1("hasFirmware1"),
    /** Second firmware slot. */
    FIRMWARE2("hasFirmware2"),
    /** Third firmware slot. */
    FIRMWARE3("hasFirmware3"),
    /** First config slot. */
    CONFIG1("hasConfig1"),
    /** Second config slot. */
    CONFIG2("hasConfig2"),
    /** Third config slot. */
    CONFIG3("hasConfig3"),
    /** The first config is sent with every contact. */
    ALWAYS_REINSTALL_CONFIG1("hasAlwaysReinstallConfig1"),
    /** The second config is sent with every contact. */
    ALWAYS_REINSTALL_CONFIG2("hasAlwaysReinstallConfig2"),
    /** The third config is sent with every contact. */
    ALWAYS_REINSTALL_CONFIG3("hasAlwaysReinstallConfig3"),
    /** Templates. */
    TEMPLATES("hasTemplates"),
    /** Variables. */
    VARIABLES("hasVariables"),
    /** Certificates. */
    CERTIFICATES("hasCertificates"),
    /** VPN access. */
    VPN("hasVpn"),
    /** Devices behind the device. */
    ENDPOINT_DEVICES("hasEndpointDevices"),
    /** Masquerading. */
    MASQUERADE("hasMasquerade"),
    /** Facts of a mobile network. */
    GSM("hasGsm"),
    /** The device can be asked for its config. */
    REQUEST_CONFIG("hasRequestConfig"),
    /** The device can be asked for diagnose data. */
    REQUEST_DIAGNOSE("hasRequestDiagnose"),
    /** Work is handed out as commands that the device reports on. */
    DEVICE_COMMANDS("hasDeviceCommands"),
    /** Permanent connections of a device to networks. */
    DEVICE_TO_NETWORK_CONNECTION("hasDeviceToNetworkConnection");

    private final String id;

    Capability(String id) {
        this.id = id;
    }

    /**
     * The name on the wire and in the database.
     *
     * @return in camel case
     */
    public String id() {
        return id;
    }

    /**
     * The capability of a firmware slot.
     *
     * @param slot 1 to 3
     * @return the capability
     */
    public static Capability firmware(int slot) {
        return valueOf("FIRMWARE" + slot);
    }

    /**
     * The capability of a config slot.
     *
     * @param slot 1 to 3
     * @return the capability
     */
    public static Capability config(int slot) {
        return valueOf("CONFIG" + slot);
    }

    /**
     * That the config of a slot is sent with every contact.
     *
     * @param slot 1 to 3
     * @return the capability
     */
    public static Capability alwaysReinstallConfig(int slot) {
        return valueOf("ALWAYS_REINSTALL_CONFIG" + slot);
    }
}
