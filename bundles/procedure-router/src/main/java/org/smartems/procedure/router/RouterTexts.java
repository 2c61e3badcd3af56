// SPDX-License-Identifier: Apache-2.0
package org.smartems.procedure.router;

import org.smartems.spi.procedure.CheckIn;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.DeviceResponse;
import org.smartems.spi.procedure.DeviceTypeInfo;

/** Answers for people who read a router's log; routers ignore them. */
record RouterTexts(DeviceTypeInfo deviceType, DeviceField identifiedBy) {

    DeviceResponse created(String identifier) {
        return page(who(identifier) + " is not known. It was created, and is disabled until it is enabled here.");
    }

    DeviceResponse unknown(String identifier) {
        return page(who(identifier) + " is not known.");
    }

    DeviceResponse imsiEmpty(String serialNumber) {
        return page("The IMSI of " + deviceType.deviceName() + " with serial number '" + serialNumber
                + "' is empty. Devices are told apart by it, so this one is not known, and was not created.");
    }

    DeviceResponse disabled(CheckIn checkIn) {
        String disabled = deviceType.deviceName() + " '" + checkIn.identifier() + "' is disabled";
        if (!checkIn.hasTemplate()) {
            return page(disabled + " and has no template.");
        }
        return page(disabled + (checkIn.hasConfig(1) ? "." : ", and its template has no startup config."));
    }

    DeviceResponse maintenance() {
        return page("Under maintenance");
    }

    DeviceResponse misconfigured() {
        return page("Device type '" + deviceType.name() + "' lacks what its communication procedure requires.");
    }

    private String who(String identifier) {
        String by = identifiedBy == DeviceField.IMSI ? "IMSI" : "serial number";
        return deviceType.deviceName() + " with " + by + " '" + identifier + "'";
    }

    private static DeviceResponse page(String text) {
        return DeviceResponse.text("text/html; charset=UTF-8", escaped(text));
    }

    /** Apostrophes stay: they are none of our attributes' quotes. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
