// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.plugin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.smartems.platform.plugin.PlugIn;

/** Plug-ins as rows of a list. */
final class PlugInRows {

    static final String COLUMNS =
            """
            kind text, name text, provides text, bundle text, version text, state text, since timestamptz,
            running int, calls bigint, faults bigint, stuck bigint, refused bigint,
            last_fault text, last_fault_at timestamptz""";

    static final List<String> STATES =
            Arrays.stream(PlugIn.State.values()).map(PlugInRows::text).toList();

    private PlugInRows() {}

    static String of(List<PlugIn> plugIns) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        plugIns.forEach(plugIn -> add(rows.addObject(), plugIn));
        return rows.toString();
    }

    private static void add(ObjectNode row, PlugIn plugIn) {
        row.put("id", PlugInResource.id(plugIn));
        row.put("representation", visible(plugIn.id()));
        row.put("kind", plugIn.kind());
        row.put("name", visible(plugIn.id().substring(plugIn.kind().length() + 1)));
        row.put("provides", visible(plugIn.named().provides()));
        row.put("bundle", plugIn.origin().bundle());
        row.put("version", plugIn.origin().version());
        row.put("state", text(plugIn.state()));
        row.put("since", plugIn.since().toString());
        row.put("running", plugIn.counts().running());
        row.put("calls", plugIn.counts().calls());
        row.put("faults", plugIn.counts().faults());
        row.put("stuck", plugIn.counts().stuck());
        row.put("refused", plugIn.counts().refused());
        plugIn.lastFault().ifPresent(fault -> {
            row.put("last_fault", fault.reason());
            row.put("last_fault_at", fault.at().toString());
        });
    }

    /** The database takes no zero characters, and a plug-in may call itself anything. */
    static String visible(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    private static String text(PlugIn.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
