// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A dialect with what a device says that has nothing new, and hears when there is nothing new for it. */
enum Dialect {
    /** A router. */
    TK800("tk800", "TK800, Digest", "/router/tk800/config", "/web/bench/empty") {
        @Override
        String contentType() {
            return "application/x-www-form-urlencoded";
        }

        @Override
        String report(int device, long uptime) {
            return "Serial=" + serial(device) + "&Firmware=V1.0.0.r10406&Model=TK815L-EX0&IMEI=35000011"
                    + digits(device)
                    + "&IMSI=26201111" + digits(device) + "&RSRP=" + rsrp(uptime) + "&OperatorCode=26201&Band=7"
                    + "&CellID=1E1" + digits(device) + "&RouterUptime=" + uptime(uptime) + "&Cellular1_IP=10.117.3.4"
                    + "&Cellular1_uptime=" + uptime(uptime);
        }

        @Override
        String answer(int device) {
            return "";
        }
    },
    /** An edge gateway. */
    EDGE_GATEWAY("edge-gateway", "edge gateway, Basic", "/api/edgegateway/configuration", "/web/bench/json") {
        @Override
        String contentType() {
            return "application/json";
        }

        @Override
        String report(int device, long uptime) {
            return "{\"serialNumber\":\"" + serial(device) + "\",\"firmwareVersion\":\"v1.9.0\","
                    + "\"hardwareVersion\":\"EG503L\",\"registrationId\":\"reg-" + digits(device)
                    + "\",\"endorsementKey\":\"AToAAQALAAMAsgAg" + digits(device) + "\",\"imsi\":\"26201222"
                    + digits(device) + "\",\"imei\":\"35000022" + digits(device)
                    + "\",\"networkGeneration\":\"4G\",\"customData\":{\"cpuTemp\":" + (35 + uptime % 30) + "}}";
        }

        @Override
        String answer(int device) {
            return "{\"serialNumber\":\"" + serial(device) + "\"}";
        }
    };

    private final String id;
    private final String label;
    private final String path;
    private final String constantPath;

    Dialect(String id, String label, String path, String constantPath) {
        this.id = id;
        this.label = label;
        this.path = path;
        this.constantPath = constantPath;
    }

    abstract String contentType();

    /** The body of a check-in; what changes from one to the next is what changes in the field. */
    abstract String report(int device, long uptime);

    /** The body of the answer when there is nothing to do. */
    abstract String answer(int device);

    String id() {
        return id;
    }

    String label() {
        return label;
    }

    String path(Variant variant) {
        return variant == Variant.CONSTANT ? constantPath : path;
    }

    /** Also for the constant answer, which is that of device 0. */
    byte[] expected(Variant variant, int device) {
        return answer(variant == Variant.CONSTANT ? 0 : device).getBytes(StandardCharsets.UTF_8);
    }

    private static String serial(int device) {
        return "BENCH" + digits(device).substring(1);
    }

    private static String digits(int device) {
        return Integer.toString(10_000_000 + device).substring(1);
    }

    private static long rsrp(long uptime) {
        return -80 - uptime % 20;
    }

    /** As in {@code 1day,0:00:05}, escaped. */
    private static String uptime(long seconds) {
        return String.format(
                Locale.ROOT,
                "%dday%%2C%d%%3A%02d%%3A%02d",
                seconds / 86_400,
                seconds / 3600 % 24,
                seconds / 60 % 60,
                seconds % 60);
    }
}
