// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.smartems.fleet.devicetype.DeviceTypeView;
import org.smartems.platform.plugin.PlugIn;
import org.smartems.platform.plugin.PlugIns;

/** Plug-ins in the words of the shell. */
final class PlugInText {

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
        row.put("state", state(plugIn));
        row.put("running", plugIn.counts().running());
        row.put("faults", plugIn.counts().faults());
        row.put("lastFault", plugIn.lastFault().map(PlugInText::text).orElse(null));
        return row;
    }

    /** Its state. */
    static String state(PlugIn plugIn) {
        return plugIn.state().name().toLowerCase(Locale.ROOT);
    }

    /**
     * Everything.
     *
     * @param types that there are
     * @param ruled ids of the types of which a slot is compared by it
     */
    static Map<String, Object> details(PlugIn plugIn, List<DeviceTypeView> types, Set<Long> ruled) {
        Map<String, Object> all = summary(plugIn);
        all.put("provides", plugIn.named().provides());
        all.put("since", plugIn.since().truncatedTo(ChronoUnit.SECONDS).toString());
        all.put("calls", plugIn.counts().calls());
        all.put("stuck", plugIn.counts().stuck());
        all.put("refused", plugIn.counts().refused());
        all.put("deviceTypes", users(plugIn, types, ruled));
        all.put("configs", plugIn.kind().equals("generator") ? "not looked at" : null);
        all.values()
                .removeIf(
                        value -> value == null || "".equals(value) || List.of().equals(value));
        return all;
    }

    /** What its kind calls it. */
    static String name(PlugIn plugIn) {
        return plugIn.id().substring(plugIn.kind().length() + 1);
    }

    /** Names of the device types that do not work without it. */
    private static List<String> users(PlugIn plugIn, List<DeviceTypeView> types, Set<Long> ruled) {
        return types.stream()
                .filter(type -> name(plugIn).equals(used(plugIn.kind(), type)) || ruled.contains(type.id()))
                .map(type -> type.values().name())
                .toList();
    }

    private static String used(String kind, DeviceTypeView type) {
        return switch (kind) {
            case "authenticator" -> type.values().options().authenticationMethod();
            case "procedure" -> type.values().communicationProcedure();
            case "versioning" -> type.values().firmwareVersioning();
            default -> "";
        };
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
