// SPDX-License-Identifier: Apache-2.0
package org.smartems.demo.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smartems.fleet.device.WorkFlag;

/** The kinds of devices of the demo. */
enum Kind {
    /** Routers TK800, most of the devices. */
    ROUTER(
            "TK800",
            "tk800",
            "DEMOR",
            "Demo routers",
            Map.of(1, "startup.twig", 2, "running.twig"),
            List.of("1.1.0.r10420", "1.2.0.r10511"),
            List.of(WorkFlag.REINSTALL_CONFIG1, WorkFlag.REINSTALL_FIRMWARE1, WorkFlag.REQUEST_DIAGNOSE_DATA)),
    /** Routers TK500, one in ten devices: one config alone. */
    ONE_CONFIG(
            "TK500",
            "tk500",
            "DEMOF",
            "Demo routers TK500",
            Map.of(1, "startup.twig"),
            List.of("1.1.0.r10220", "1.2.0.r10311"),
            List.of(WorkFlag.REINSTALL_CONFIG1, WorkFlag.REINSTALL_FIRMWARE1, WorkFlag.REQUEST_DIAGNOSE_DATA)),
    /** Routers TK600, one in ten devices: with a device supervisor. */
    SUPERVISED(
            "TK600",
            "tk600",
            "DEMOS",
            "Demo routers TK600",
            Map.of(1, "startup.twig", 2, "running.twig", 3, "supervisor.twig"),
            List.of("1.1.0.r10320", "1.2.0.r10411"),
            List.of(WorkFlag.REINSTALL_CONFIG1, WorkFlag.firmware(2), WorkFlag.REQUEST_DIAGNOSE_DATA)),
    /** Edge gateways, one in five devices. */
    GATEWAY(
            "Edge gateway",
            "edge-gateway",
            "DEMOG",
            "Demo gateways",
            Map.of(1, "gateway.twig"),
            List.of("v2.0.0", "v2.1.0", "v2.2.0", "v2.3.0-beta1"),
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

    /** In their order: the last one is for staging, the one before it for production. */
    List<String> firmwareVersions() {
        return firmwareVersions;
    }

    /** Versions of the packages in other firmware slots. */
    Map<Integer, String> packages() {
        return this == SUPERVISED ? Map.of(2, "1.2.0", 3, "1.1.0") : Map.of();
    }

    /** How versions are compared, unless any difference counts: gateways go step by step. */
    Optional<String> versioning() {
        return this == GATEWAY ? Optional.of("semanticVersioning") : Optional.empty();
    }

    /** What is asked of a device now and then. */
    List<WorkFlag> occasionalWork() {
        return occasionalWork;
    }

    /** How many of a number of devices are of this kind. */
    int share(int devices) {
        int tenth = (devices + 5) / 10;
        int fifth = (devices + 2) / 5;
        return switch (this) {
            case GATEWAY -> fifth;
            case ONE_CONFIG, SUPERVISED -> tenth;
            case ROUTER -> devices - fifth - 2 * tenth;
        };
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
