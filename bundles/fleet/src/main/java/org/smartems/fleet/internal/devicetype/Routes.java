// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.devicetype;

import java.util.List;
import java.util.regex.Pattern;
import org.smartems.fleet.internal.Violations;
import org.smartems.spi.procedure.ProcedureDescription;
import org.smartems.spi.procedure.Route;

/** Where the devices of a type call. */
final class Routes {

    private static final Pattern SEGMENTS = Pattern.compile("/|(/[A-Za-z0-9._~-]+)+");
    private static final List<String> RESERVED =
            List.of("/web", "/authentication", "/df", "/health", "/metrics", "/scep", "/.well-known");

    private final String prefix;
    private final List<String> paths;

    private Routes(String prefix, List<String> paths) {
        this.prefix = prefix;
        this.paths = paths;
    }

    /** Of a procedure that is installed. */
    static Routes of(String prefix, ProcedureDescription procedure) {
        String before = prefix.equals("/") ? "" : prefix;
        return new Routes(
                prefix,
                procedure.routes().stream().map(Route::path).map(before::concat).toList());
    }

    /** Of a procedure that is not installed: nobody knows more than the prefix. */
    static Routes of(String prefix) {
        return new Routes(prefix, List.of());
    }

    void check(List<Routes> others, Violations violations) {
        if (!prefix.startsWith("/")) {
            violations.add("routePrefix", "deviceType.routePrefixStart");
            return;
        }
        violations.require(SEGMENTS.matcher(prefix).matches() && !hasDots(), "routePrefix", "regex");
        boolean reserved = RESERVED.stream()
                .anyMatch(root -> isUnder(prefix, root) || paths.stream().anyMatch(path -> isUnder(path, root)));
        violations.require(!reserved, "routePrefix", "deviceType.routePrefixReserved");
        violations.require(others.stream().noneMatch(this::collides), "routePrefix", "deviceType.routePrefixUsed");
    }

    /** The longest prefix wins, so a path of one type must not lie under the longer prefix of another. */
    private boolean collides(Routes other) {
        return prefix.equals(other.prefix) || isHiddenBy(other) || other.isHiddenBy(this);
    }

    private boolean isHiddenBy(Routes other) {
        return other.prefix.length() > prefix.length() && paths.stream().anyMatch(path -> isUnder(path, other.prefix));
    }

    /** Clients resolve such segments before they send them. */
    private boolean hasDots() {
        return (prefix + "/").contains("/./") || (prefix + "/").contains("/../");
    }

    private static boolean isUnder(String path, String root) {
        return path.equals(root) || path.startsWith(root.equals("/") ? root : root + "/");
    }
}
