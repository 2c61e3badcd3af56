// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.util.List;

/** Who owns which part of the path space. */
final class Paths {

    static final String HEALTH = "/health";
    static final String API = "/web/api";
    static final String UPLOAD = "/web/tus";

    /** No device type may have a route under these. */
    static final List<String> RESERVED =
            List.of("/web", "/authentication", "/df", HEALTH, "/metrics", "/scep", "/.well-known");

    private Paths() {}

    /** Prefixes are whole segments: /webx is not under /web. */
    static boolean isUnder(String path, String prefix) {
        return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }

    static boolean isReserved(String path) {
        return path.equals("/") || RESERVED.stream().anyMatch(prefix -> isUnder(path, prefix));
    }

    static boolean isRest(String path) {
        return isUnder(path, API) || isUnder(path, UPLOAD);
    }

    /** Log in and the own account: open to everybody, and nothing there is large. */
    static boolean isAccount(String path) {
        return isUnder(path, API + "/authentication")
                || isUnder(path, API + "/authenticated")
                || isUnder(path, API + "/anonymous");
    }

    static boolean isConsole(String path) {
        return path.startsWith("/web/") || path.startsWith("/authentication/");
    }

    /** What routers call, and the firmware they are sent to. */
    static boolean isRouterOrFirmware(String path) {
        return path.startsWith("/router") || path.startsWith("/df/");
    }

    /** What device types may be called at, and the firmware their devices are sent to. */
    static boolean isDevices(String path) {
        return path.startsWith("/df/") || !isReserved(path);
    }

    static boolean isListOrExport(String path) {
        return isUnder(path, API) && (path.endsWith("/list") || path.contains("/export/"));
    }
}
