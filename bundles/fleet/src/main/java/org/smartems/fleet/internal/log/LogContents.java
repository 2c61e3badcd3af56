// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.log;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import org.smartems.fleet.internal.access.Requests;
import org.smartems.fleet.log.ContentLog;
import org.smartems.fleet.log.DeviceLogs;
import org.smartems.resource.Call;
import org.smartems.resource.Field;
import org.smartems.resource.Result;
import org.smartems.resource.Route;

/** The call that shows the content of an entry of a log. */
final class LogContents {

    private LogContents() {}

    /**
     * The call.
     *
     * @param representation of an entry, by its id
     */
    static Route route(DeviceLogs logs, ContentLog log, Function<Long, String> representation) {
        return Route.get("content/{id}")
                .denied("showContent")
                .answers(
                        Route.Answer.OBJECT,
                        Field.number("id", null),
                        Field.text("representation", null),
                        Field.longText("content", null))
                .summary("Show the content")
                .handle(call -> Result.json(shown(logs, log, representation, call)));
    }

    private static ObjectNode shown(DeviceLogs logs, ContentLog log, Function<Long, String> representation, Call call) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("id", call.id());
        shown.put("representation", representation.apply(call.id()));
        shown.put("content", logs.show(Requests.author(call), log, call.id()));
        return shown;
    }
}
