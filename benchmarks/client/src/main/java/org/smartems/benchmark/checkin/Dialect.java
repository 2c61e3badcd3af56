// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.checkin;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A dialect with what a device says and hears. */
enum Dialect {
    /** A router. */
    TK800("tk800", "TK800", "/router/tk800/config", "/web/bench/empty") {
        @Override
        String contentType() {
            return "application/x-www-form-urlencoded";
        }

        @Override
        String report(int device, long uptime, String more) {
            return "Serial=" + serial(device) + "&Firmware=V1.0.0.r10406&Model=TK815L-EX0&IMEI=35000011"
                    + digits(device)
                    + "&IMSI=26201111" + digits(device) + "&RSRP=" + rsrp(uptime) + "&OperatorCode=26201&Band=7"
                    + "&CellID=1E1" + digits(device) + "&RouterUptime=" + uptime(uptime) + "&Cellular1_IP=10.117.3.4"
                    + "&Cellular1_uptime=" + uptime(uptime) + more;
        }

        @Override
        String config(long number) {
            return "&config=" + LINES.replace(" ", "+").replace("\n", "%0A") + "banner+" + number + "%0A";
        }

        @Override
        String done(String transaction) {
            return "";
        }

        @Override
        Optional<String> transaction(int device, Answer answer) {
            boolean isConfig = answer.header("Content-Type").startsWith("configuration/startup-config");
            String body = new String(answer.body(), StandardCharsets.UTF_8);
            return isConfig && body.equals(rendered(device)) ? Optional.of("") : Optional.empty();
        }

        @Override
        String answer(int device) {
            return "";
        }
    },
    /** An edge gateway. */
    EDGE_GATEWAY("edge-gateway", "Edge gateway", "/api/edgegateway/configuration", "/web/bench/json") {
        @Override
        String contentType() {
            return "application/json";
        }

        @Override
        String report(int device, long uptime, String more) {
            return "{\"serialNumber\":\"" + serial(device) + "\",\"firmwareVersion\":\"v1.9.0\","
                    + "\"hardwareVersion\":\"EG503L\",\"registrationId\":\"reg-" + digits(device)
                    + "\",\"endorsementKey\":\"AToAAQALAAMAsgAg" + digits(device) + "\",\"imsi\":\"26201222"
                    + digits(device) + "\",\"imei\":\"35000022" + digits(device)
                    + "\",\"networkGeneration\":\"4G\",\"customData\":{\"cpuTemp\":" + (35 + uptime % 30) + "}" + more
                    + "}";
        }

        @Override
        String config(long number) {
            return ",\"config\":{\"lines\":\"" + LINES.replace("\n", "\\n") + "\",\"number\":" + number + "}";
        }

        @Override
        String done(String transaction) {
            return ",\"commandName\":\"update_config\",\"commandTransactionId\":\"" + transaction
                    + "\",\"commandStatus\":\"success\"";
        }

        @Override
        Optional<String> transaction(int device, Answer answer) {
            Matcher offer = OFFER.matcher(new String(answer.body(), StandardCharsets.UTF_8));
            boolean isOffer = offer.matches()
                    && offer.group(1).equals(serial(device))
                    && offer.group(3).equals(rendered(device));
            return isOffer ? Optional.of(offer.group(2)) : Optional.empty();
        }

        @Override
        String answer(int device) {
            return "{\"serialNumber\":\"" + serial(device) + "\"}";
        }
    };

    private static final Pattern OFFER = Pattern.compile(
            "\\{\"serialNumber\":\"(\\w+)\",\"commandName\":\"update_config\","
                    + "\"commandTransactionId\":\"([-0-9a-f]+)\",\"config\":(.*)}",
            Pattern.DOTALL);

    /** Two kilobytes, as a router's config has. */
    private static final String LINES = "interface cellular 1 apn example dialup persistent\n".repeat(40);

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

    /**
     * The body of a check-in; what changes from one to the next is what changes in the field.
     *
     * @param more of {@link #config} or {@link #done}; empty when there is nothing new
     */
    abstract String report(int device, long uptime, String more);

    /** What a report has more when it has a config; each number makes another one. */
    abstract String config(long number);

    /** What a report has more when the device has carried out what it was told. */
    abstract String done(String transaction);

    /** What is to be said to {@link #done} after an answer; empty when it does not hand out the config. */
    abstract Optional<String> transaction(int device, Answer answer);

    /** The body of the answer when there is nothing to do. */
    abstract String answer(int device);

    String id() {
        return id;
    }

    String label() {
        return label;
    }

    String identifier(int device) {
        return serial(device);
    }

    /** The first of a million ids that the devices have, but for device 0. */
    long firstId() {
        return 10_000_000L * (ordinal() + 1);
    }

    String path(Variant variant) {
        return variant == Variant.CONSTANT ? constantPath : path;
    }

    /** Also for the constant answer, which is that of device 0. */
    byte[] expected(Variant variant, int device) {
        return answer(variant == Variant.CONSTANT ? 0 : device).getBytes(StandardCharsets.UTF_8);
    }

    /** As the template of the benchmark has it. */
    private static String rendered(int device) {
        return "{\"device\": \"" + serial(device) + "\"}\n";
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
