// SPDX-License-Identifier: Apache-2.0
package org.smartems.procedure.router;

import org.smartems.spi.procedure.CheckIn;
import org.smartems.spi.procedure.DeviceExchange;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.DeviceResponse;
import org.smartems.spi.procedure.DeviceTypeInfo;

/** Answers for people who read a router's log; routers ignore them. */
record RouterTexts(DeviceTypeInfo deviceType, String identity) {

    /** A router without the IMSI by which it should be known is known by its serial number. */
    static RouterTexts of(DeviceExchange exchange, RouterReport report) {
        String deviceName = exchange.deviceType().deviceName();
        if (exchange.identifier() != DeviceField.IMSI) {
            return new RouterTexts(exchange.deviceType(), deviceName + " with serial number");
        }
        return new RouterTexts(
                exchange.deviceType(),
                report.lacks(DeviceField.IMSI)
                        ? "The IMSI is empty. " + deviceName + " with serial number"
                        : deviceName + " with IMSI");
    }

    DeviceResponse created(String identifier) {
        return page(notKnown(identifier) + " It was created, and is disabled until it is enabled here.");
    }

    DeviceResponse unknown(String identifier) {
        return page(notKnown(identifier));
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

    private String notKnown(String identifier) {
        return identity + " '" + identifier + "' is not known.";
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
