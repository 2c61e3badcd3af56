// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smartems.device.endpoint.PlugIn;
import org.smartems.device.endpoint.PlugIns;
import org.smartems.fleet.devicetype.DeviceTypeView;

/** Plug-ins in the words of the shell. */
final class PlugInText {

    private static final String AUTHENTICATOR = "authenticator";

    private PlugInText() {}

    /**
     * The plug-in of an id.
     *
     * @throws IllegalArgumentException when none of that id is installed
     */
    static PlugIn find(PlugIns plugIns, String id) {
        return plugIns.all().stream()
                .filter(plugIn -> plugIn.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(id));
    }

    static IllegalArgumentException unknown(String id) {
        return new IllegalArgumentException("There is no plug-in " + id + ": see smartems:plugin-list");
    }

    /** The columns of the list. */
    static Map<String, Object> summary(PlugIn plugIn) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", plugIn.id());
        row.put("kind", plugIn.kind());
        row.put("bundle", plugIn.origin().bundle());
        row.put("version", plugIn.origin().version());
        row.put("state", plugIn.faulty() ? "faulty" : "serving");
        row.put("running", plugIn.running());
        row.put("faults", plugIn.faults());
        row.put("lastFault", plugIn.lastFault().map(PlugInText::text).orElse(null));
        return row;
    }

    /** Everything. */
    static Map<String, Object> details(PlugIn plugIn, List<DeviceTypeView> types) {
        Map<String, Object> all = summary(plugIn);
        all.put("calls", plugIn.calls());
        all.put("stuck", plugIn.stuck());
        all.put("refused", plugIn.refused());
        all.put("deviceTypes", users(plugIn, types));
        all.values()
                .removeIf(
                        value -> value == null || "".equals(value) || List.of().equals(value));
        return all;
    }

    /** Names of the device types that do not work without it. */
    private static List<String> users(PlugIn plugIn, List<DeviceTypeView> types) {
        return types.stream()
                .filter(type -> plugIn.id().equals(plugIn.kind() + ":" + used(plugIn.kind(), type)))
                .map(type -> type.values().name())
                .toList();
    }

    private static String used(String kind, DeviceTypeView type) {
        return kind.equals(AUTHENTICATOR)
                ? type.values().options().authenticationMethod()
                : type.values().communicationProcedure();
    }

    /** A plug-in words its faults itself, and must not steer the terminal. */
    private static String text(PlugIn.Fault fault) {
        return fault.at().truncatedTo(ChronoUnit.SECONDS) + " "
                + LogAction.visible(fault.reason().replaceAll("\\s+", " "));
    }

    /** A cell of a table: device types have blanks in their names. */
    static String cell(Object value) {
        return value instanceof List<?> list
                ? String.join(", ", list.stream().map(String::valueOf).toList())
                : Optional.ofNullable(value).map(Object::toString).orElse("");
    }
}
