// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator;

import java.util.Objects;
import org.smartems.simulator.internal.device.Identity;

/**
 * What is fixed about a device; immutable. An empty text is not sent.
 *
 * @param dialect it speaks
 * @param serial its serial number
 * @param firmwareVersion what it runs when it is first switched on
 * @param model model of a router, hardware version of an edge gateway
 * @param imei of its modem
 * @param imsi of its SIM
 * @param operatorCode of its mobile network
 * @param rsrp signal strength around which it reports, dBm
 */
public record DeviceProfile(
        Dialect dialect,
        String serial,
        String firmwareVersion,
        String model,
        String imei,
        String imsi,
        String operatorCode,
        int rsrp) {

    /** Refuses null. */
    public DeviceProfile {
        Objects.requireNonNull(dialect, "dialect");
        Objects.requireNonNull(serial, "serial");
        Objects.requireNonNull(firmwareVersion, "firmwareVersion");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(imei, "imei");
        Objects.requireNonNull(imsi, "imsi");
        Objects.requireNonNull(operatorCode, "operatorCode");
    }

    /**
     * A usual device with that serial number. Everything else follows from the two arguments.
     *
     * @param dialect it speaks
     * @param serial its serial number
     * @return a profile with a signal from -110 to -60 dBm
     */
    public static DeviceProfile of(Dialect dialect, String serial) {
        return new DeviceProfile(
                dialect,
                serial,
                dialect.firmwareVersion(),
                dialect.model(),
                Identity.imei(serial),
                Identity.imsi(dialect, serial),
                Identity.OPERATOR,
                -60 - Identity.number(serial, 51));
    }

    /**
     * The same device with another firmware at first.
     *
     * @param version what it runs when it is first switched on
     * @return a copy
     */
    public DeviceProfile withFirmwareVersion(String version) {
        return new DeviceProfile(dialect, serial, version, model, imei, imsi, operatorCode, rsrp);
    }

    /**
     * The same device of another model.
     *
     * @param other model of a router, hardware version of an edge gateway
     * @return a copy
     */
    public DeviceProfile withModel(String other) {
        return new DeviceProfile(dialect, serial, firmwareVersion, other, imei, imsi, operatorCode, rsrp);
    }

    /**
     * The same device with another SIM.
     *
     * @param other subscriber identity
     * @return a copy
     */
    public DeviceProfile withImsi(String other) {
        return new DeviceProfile(dialect, serial, firmwareVersion, model, imei, other, operatorCode, rsrp);
    }

    /**
     * The same device at another place.
     *
     * @param other signal strength, dBm
     * @return a copy
     */
    public DeviceProfile withRsrp(int other) {
        return new DeviceProfile(dialect, serial, firmwareVersion, model, imei, imsi, operatorCode, other);
    }
}
