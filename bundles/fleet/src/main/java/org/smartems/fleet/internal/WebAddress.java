// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal;

import java.net.URI;
import java.net.URISyntaxException;

/** Addresses that devices are sent to. */
public final class WebAddress {

    private WebAddress() {}

    /** Whether a text is an absolute http or https URL that a device can use as it is. */
    public static boolean isValid(String text) {
        try {
            URI uri = new URI(text);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && uri.getFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
