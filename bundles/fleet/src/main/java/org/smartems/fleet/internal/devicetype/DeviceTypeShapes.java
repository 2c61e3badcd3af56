// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.devicetype;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.smartems.resource.Shape;
import org.smartems.resource.Target;

/** What is told of device types, in full and wherever something refers to them; the table is {@code t}. */
public final class DeviceTypeShapes {

    /** All of it. */
    public static final Shape TYPE = Shape.of("fleet_device_type t", "t.id", "t.name")
            .target("devicetype", "options/device/types")
            .fields(DeviceTypeFields.all());

    private static final String[] AVAILABILITY = {
        "isVpnAvailable",
        "isMasqueradeAvailable",
        "isEndpointDevicesAvailable",
        "isDeviceToNetworkConnectionAvailable",
        "isAvailable"
    };

    /** For devices. */
    public static final Shape DT1 = TYPE.only(names(
            all("name icon deviceName color enabled"),
            slots("hasFirmware nameFirmware"),
            slots("hasConfig hasAlwaysReinstallConfig nameConfig formatConfig"),
            all("communicationProcedure hasCertificates hasTemplates hasVariables hasGsm hasRequestConfig"),
            all("hasRequestDiagnose fieldSerialNumber fieldImsi fieldModel fieldRegistrationId fieldEndorsementKey"),
            all("fieldHardwareVersion hasDeviceCommands enableConnectionAggregation connectionAggregationPeriod"),
            all("virtualSubnetCidr masqueradeType certificateTypes"),
            AVAILABILITY));

    /** For template versions. */
    public static final Shape DT2 = TYPE.only(names(
            all("name icon color enabled"),
            slots("hasFirmware nameFirmware"),
            slots("hasConfig hasAlwaysReinstallConfig nameConfig formatConfig"),
            all("hasVariables virtualSubnetCidr masqueradeType"),
            AVAILABILITY));

    /** For configs. */
    public static final Shape DT3 = TYPE.only(names(
            all("name icon color enabled"),
            slots("hasAlwaysReinstallConfig nameConfig formatConfig"),
            all("isAvailable")));

    /** For firmware. */
    public static final Shape DT4 =
            TYPE.only(names(all("name icon color enabled"), slots("nameFirmware"), all("isAvailable")));

    /** For most logs. */
    public static final Shape DT5 = TYPE.only(names(
            all("icon color enabled"),
            slots("hasFirmware nameFirmware"),
            slots("hasConfig hasAlwaysReinstallConfig nameConfig"),
            all("hasVariables"),
            AVAILABILITY));

    /** For config logs. */
    public static final Shape DT6 = TYPE.only(names(
            all("icon color enabled"),
            slots("hasFirmware nameFirmware"),
            slots("hasConfig hasAlwaysReinstallConfig nameConfig formatConfig"),
            all("hasVariables"),
            AVAILABILITY));

    /** For templates. */
    public static final Shape DT7 = TYPE.only(names(
            all("icon color enabled"), slots("hasConfig hasAlwaysReinstallConfig"), all("hasTemplates isAvailable")));

    /** Where nothing but its looks matter. */
    public static final Shape BRIEF = TYPE.only(all("icon color enabled isAvailable"));

    /** For choices. */
    public static final Shape OPTION =
            TYPE.only(names(all("icon color enabled"), slots("nameFirmware"), slots("nameConfig"), all("isAvailable")));

    private DeviceTypeShapes() {}

    /** What is made new can be of the types that are enabled and that have what it needs. */
    public static Target availableFor(String kind) {
        return new Target("devicetype", "options/available/" + kind + "device/types");
    }

    private static String[] all(String names) {
        return names.split(" ");
    }

    /** Of the first slot, then of the second and third. */
    private static String[] slots(String names) {
        List<String> slots = new ArrayList<>();
        for (int slot = 1; slot <= 3; slot++) {
            for (String name : names.split(" ")) {
                slots.add(name + slot);
            }
        }
        return slots.toArray(String[]::new);
    }

    private static String[] names(String[]... parts) {
        return Arrays.stream(parts).flatMap(Arrays::stream).toArray(String[]::new);
    }
}
