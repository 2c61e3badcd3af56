// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.procedure;

/** A fact that a device reports of itself. May grow. */
public enum DeviceField {
    /** Serial number. */
    SERIAL_NUMBER("serialNumber"),
    /** International mobile subscriber identity of the SIM in use. */
    IMSI("imsi"),
    /** The one of a second SIM. */
    IMSI2("imsi2"),
    /** International mobile equipment identity. */
    IMEI("imei"),
    /** Model. */
    MODEL("model"),
    /** Registration id of the trusted platform module. Up to 64 KiB. */
    REGISTRATION_ID("registrationId"),
    /** Endorsement key of the trusted platform module. Up to 64 KiB. */
    ENDORSEMENT_KEY("endorsementKey"),
    /** Hardware version. */
    HARDWARE_VERSION("hardwareVersion"),
    /** Code of the mobile operator. */
    OPERATOR_CODE("operatorCode"),
    /** Mobile band. */
    BAND("band"),
    /** Mobile cell. */
    CELL_ID("cellId"),
    /** Generation of the mobile network. */
    NETWORK_GENERATION("networkGeneration"),
    /** Reference signal received power as text, dBm. */
    RSRP("rsrp"),
    /** Prefix of the IPv6 network. */
    IPV6_PREFIX("ipv6Prefix"),
    /** Time since the device was started, in its own words. */
    UPTIME("uptime"),
    /** Address on the first mobile network. */
    CELLULAR_IP1("cellularIp1"),
    /** Time since the first mobile connection began, in the device's words. */
    CELLULAR_UPTIME1("cellularUptime1"),
    /** Address on the second mobile network. */
    CELLULAR_IP2("cellularIp2"),
    /** Time since the second mobile connection began, in the device's words. */
    CELLULAR_UPTIME2("cellularUptime2");

    private final String id;

    DeviceField(String id) {
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
}
