// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smartems.fleet.internal.command.OpenCommand;
import org.smartems.fleet.internal.delivery.Delivering;

/** What fleet_device_state keeps as JSON; most devices have little of it, so the empty forms cost nothing. */
public final class StateJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NO_COMMANDS = "[]";
    private static final String NO_CONFIGS = "{}";

    private StateJson() {}

    /** Reads the column commands. */
    public static List<OpenCommand> commands(String json) {
        if (NO_COMMANDS.equals(json)) {
            return List.of();
        }
        List<OpenCommand> commands = new ArrayList<>();
        for (JsonNode node : read(json)) {
            commands.add(new OpenCommand(
                    node.get("id").asLong(),
                    Instant.parse(node.get("createdAt").asText()),
                    node.get("name").asText(),
                    node.get("transactionId").asText(),
                    node.get("kind").asText(),
                    node.get("slot").asInt(),
                    Instant.parse(node.get("expireAt").asText())));
        }
        return commands;
    }

    /** Writes the column commands. */
    public static String write(List<OpenCommand> commands) {
        if (commands.isEmpty()) {
            return NO_COMMANDS;
        }
        ArrayNode array = JSON.createArrayNode();
        for (OpenCommand command : commands) {
            array.addObject()
                    .put("id", command.id())
                    .put("createdAt", command.createdAt().toString())
                    .put("name", command.name())
                    .put("transactionId", command.transactionId())
                    .put("kind", command.kind())
                    .put("slot", command.slot())
                    .put("expireAt", command.expireAt().toString());
        }
        return array.toString();
    }

    /** Reads the column delivering, which may be null. */
    public static Optional<Delivering> delivering(String json) {
        if (json == null) {
            return Optional.empty();
        }
        JsonNode node = read(json);
        return Optional.of(new Delivering(
                node.path("kind").asText(),
                node.path("slot").asInt(),
                node.path("sequence").asLong(),
                node.path("node").asText()));
    }

    /** Writes the column delivering. */
    public static String write(Delivering delivering) {
        return JSON.createObjectNode()
                .put("kind", delivering.kind())
                .put("slot", delivering.slot())
                .put("sequence", delivering.sequence())
                .put("node", delivering.node())
                .toString();
    }

    /** Reads the column config_log. */
    static Map<Integer, ConfigMark> configLog(String json) {
        if (NO_CONFIGS.equals(json)) {
            return Map.of();
        }
        Map<Integer, ConfigMark> marks = new HashMap<>();
        read(json).properties().forEach(entry -> {
            JsonNode node = entry.getValue();
            marks.put(
                    Integer.valueOf(entry.getKey()),
                    new ConfigMark(
                            node.get("id").asLong(),
                            Instant.parse(node.get("createdAt").asText()),
                            node.get("md5").asText(),
                            node.path("sent").asInt()));
        });
        return marks;
    }

    /** Writes the column config_log. */
    static String write(Map<Integer, ConfigMark> configLog) {
        if (configLog.isEmpty()) {
            return NO_CONFIGS;
        }
        ObjectNode object = JSON.createObjectNode();
        configLog.forEach((slot, mark) -> {
            ObjectNode node = object.putObject(slot.toString())
                    .put("id", mark.id())
                    .put("createdAt", mark.createdAt().toString())
                    .put("md5", mark.md5());
            if (mark.sent() > 0) {
                node.put("sent", mark.sent());
            }
        });
        return object.toString();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored state of a device cannot be read", e);
        }
    }
}
