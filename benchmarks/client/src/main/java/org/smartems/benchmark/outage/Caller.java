// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.outage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.smartems.benchmark.Json;
import org.smartems.simulator.DeviceProfile;
import org.smartems.simulator.Dialect;
import org.smartems.testing.server.DemoSimulator;

/**
 * A device of the demo and what it says when it calls.
 *
 * @param url of its check-in
 * @param user name and password of its kind, with a colon
 * @param isDigest whether it waits for a challenge, as routers do
 * @param contentType of the body
 * @param body its report
 */
record Caller(String url, String user, boolean isDigest, String contentType, String body) {

    static Caller of(DemoSimulator demo, DeviceProfile profile) {
        Properties settings = demo.settings();
        boolean isRouter = profile.dialect() != Dialect.EDGE_GATEWAY;
        String kind = profile.dialect().id();
        String server = settings.getProperty(isRouter ? "devicesUrl" : "url");
        return new Caller(
                server + settings.getProperty(kind + ".prefix") + (isRouter ? "/config" : "/configuration"),
                settings.getProperty(kind + ".username") + ':' + settings.getProperty(kind + ".password"),
                isRouter,
                isRouter ? "application/x-www-form-urlencoded" : "application/json",
                isRouter ? form(profile) : json(profile));
    }

    private static String form(DeviceProfile profile) {
        return "Serial=" + profile.serial() + "&Firmware=" + profile.firmwareVersion() + "&Model=" + profile.model()
                + "&IMEI=" + profile.imei() + "&IMSI=" + profile.imsi() + "&RSRP=" + profile.rsrp() + "&OperatorCode="
                + profile.operatorCode();
    }

    private static String json(DeviceProfile profile) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("serialNumber", profile.serial());
        members.put("firmwareVersion", profile.firmwareVersion());
        members.put("hardwareVersion", profile.model());
        members.put("registrationId", "reg-" + profile.serial());
        members.put("endorsementKey", "AToAAQALAAMAsgAg" + profile.imei());
        members.put("imsi", profile.imsi());
        members.put("imei", profile.imei());
        return Json.write(members).strip();
    }
}
