// SPDX-License-Identifier: Apache-2.0
package org.smartems.demo.internal;

import java.util.List;
import java.util.Map;
import org.smartems.fleet.device.WorkFlag;

/** The kinds of devices of the demo. */
enum Kind {
    /** Routers TK800, four in five devices. */
    ROUTER(
            "TK800",
            "tk800",
            "DEMOR",
            "Demo routers",
            Map.of(1, "startup.twig", 2, "running.twig"),
            List.of("1.1.0.r10420", "1.2.0.r10511"),
            List.of(WorkFlag.REINSTALL_CONFIG1, WorkFlag.REINSTALL_FIRMWARE1, WorkFlag.REQUEST_DIAGNOSE_DATA)),
    /** Edge gateways, one in five devices. */
    GATEWAY(
            "Edge gateway",
            "edge-gateway",
            "DEMOG",
            "Demo gateways",
            Map.of(1, "gateway.twig"),
            List.of("v2.0.0", "v2.1.0"),
            List.of(WorkFlag.REINSTALL_CONFIG1, WorkFlag.REINSTALL_FIRMWARE1, WorkFlag.REQUEST_CONFIG_DATA));

    private final String deviceType;
    private final String dialect;
    private final String serialPrefix;
    private final String template;
    private final Map<Integer, String> configs;
    private final List<String> firmwareVersions;
    private final List<WorkFlag> occasionalWork;

    Kind(
            String deviceType,
            String dialect,
            String serialPrefix,
            String template,
            Map<Integer, String> configs,
            List<String> firmwareVersions,
            List<WorkFlag> occasionalWork) {
        this.deviceType = deviceType;
        this.dialect = dialect;
        this.serialPrefix = serialPrefix;
        this.template = template;
        this.configs = configs;
        this.firmwareVersions = firmwareVersions;
        this.occasionalWork = occasionalWork;
    }

    /** Name of the predefined device type. */
    String deviceType() {
        return deviceType;
    }

    /** What the simulator calls it. */
    String dialect() {
        return dialect;
    }

    String serialPrefix() {
        return serialPrefix;
    }

    /** Name of the template. */
    String template() {
        return template;
    }

    /** Files with the texts of the configs, by slot. */
    Map<Integer, String> configs() {
        return configs;
    }

    /** The first one is for production, the last one for staging. */
    List<String> firmwareVersions() {
        return firmwareVersions;
    }

    /** What is asked of a device now and then. */
    List<WorkFlag> occasionalWork() {
        return occasionalWork;
    }

    /** How many of a number of devices are of this kind. */
    int share(int devices) {
        int gateways = (devices + 2) / 5;
        return this == GATEWAY ? gateways : devices - gateways;
    }

    String serial(int number) {
        return serialPrefix + Integer.toString(1_000_000 + number).substring(1);
    }

    /** Every fifth device tries what is not in production yet. */
    static boolean isStaging(String serial) {
        char last = serial.charAt(serial.length() - 1);
        return last == '5' || last == '0';
    }
}
