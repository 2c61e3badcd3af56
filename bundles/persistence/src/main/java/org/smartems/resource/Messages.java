// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** Messages as they are answered. */
public final class Messages {

    private Messages() {}

    /**
     * The JSON of messages.
     *
     * @param messages any number
     * @return an array
     */
    public static ArrayNode json(List<Message> messages) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Message message : messages) {
            ObjectNode object = array.addObject();
            object.put("message", message.message());
            ObjectNode parameters = object.putObject("parameters");
            message.parameters().forEach(parameters::putPOJO);
            object.put("severity", message.severity().name().toLowerCase(Locale.ROOT));
        }
        return array;
    }
}
