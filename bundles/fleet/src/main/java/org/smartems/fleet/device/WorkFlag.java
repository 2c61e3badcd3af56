// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.device;

import java.util.Arrays;
import java.util.Optional;
import org.smartems.spi.procedure.WorkKind;

/** What can be requested of a device with its next contact. */
public enum WorkFlag {
    /** Firmware of the first slot, whatever version the device has. */
    REINSTALL_FIRMWARE1("reinstallFirmware1", WorkKind.FIRMWARE, 1),
    /** Firmware of the second slot. */
    REINSTALL_FIRMWARE2("reinstallFirmware2", WorkKind.FIRMWARE, 2),
    /** Firmware of the third slot. */
    REINSTALL_FIRMWARE3("reinstallFirmware3", WorkKind.FIRMWARE, 3),
    /** Config of the first slot. */
    REINSTALL_CONFIG1("reinstallConfig1", WorkKind.CONFIG, 1),
    /** Config of the second slot. */
    REINSTALL_CONFIG2("reinstallConfig2", WorkKind.CONFIG, 2),
    /** Config of the third slot. */
    REINSTALL_CONFIG3("reinstallConfig3", WorkKind.CONFIG, 3),
    /** Diagnose data of the device. */
    REQUEST_DIAGNOSE_DATA("requestDiagnoseData", WorkKind.DIAGNOSE, 0),
    /** The config that the device has. */
    REQUEST_CONFIG_DATA("requestConfigData", WorkKind.REQUEST_CONFIG, 0);

    private final String id;
    private final WorkKind kind;
    private final int slot;

    WorkFlag(String id, WorkKind kind, int slot) {
        this.id = id;
        this.kind = kind;
        this.slot = slot;
    }

    /**
     * The flag that reinstalls the firmware of a slot.
     *
     * @param slot 1 to 3
     * @return the flag
     */
    public static WorkFlag firmware(int slot) {
        return valueOf("REINSTALL_FIRMWARE" + slot);
    }

    /**
     * The flag that reinstalls the config of a slot.
     *
     * @param slot 1 to 3
     * @return the flag
     */
    public static WorkFlag config(int slot) {
        return valueOf("REINSTALL_CONFIG" + slot);
    }

    /**
     * The flag of a name.
     *
     * @param id in camel case
     * @return empty when there is none
     */
    public static Optional<WorkFlag> find(String id) {
        return Arrays.stream(values()).filter(flag -> flag.id.equals(id)).findFirst();
    }

    /**
     * The name on the wire.
     *
     * @return in camel case
     */
    public String id() {
        return id;
    }

    /**
     * What is requested.
     *
     * @return the kind of work
     */
    public WorkKind kind() {
        return kind;
    }

    /**
     * The slot of firmware or config.
     *
     * @return 1 to 3, or 0 for work without a slot
     */
    public int slot() {
        return slot;
    }
}
