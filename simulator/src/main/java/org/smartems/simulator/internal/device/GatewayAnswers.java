// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.device;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.smartems.simulator.Answer;
import org.smartems.simulator.AnswerKind;
import org.smartems.simulator.Task;
import org.smartems.simulator.internal.http.Response;
import org.smartems.simulator.internal.json.JsonException;
import org.smartems.simulator.internal.json.JsonReader;
import org.smartems.simulator.internal.json.JsonWriter;

/** Understands answers as the agent of an edge gateway does, which is strict. */
final class GatewayAnswers {

    private static final String UUID4 =
            "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}";

    private GatewayAnswers() {}

    static Answer understand(Response response, String serial) {
        Answer answer = Answers.of(response);
        if (answer.status() != 200) {
            return answer;
        }
        if (!answer.contentType().toLowerCase(Locale.ROOT).startsWith("application/json")) {
            return Answers.malformed(answer, "the content type is not application/json: " + answer.contentType());
        }
        try {
            if (JsonReader.read(answer.body()) instanceof Map<?, ?> members) {
                return understand(answer, members, serial);
            }
            return Answers.malformed(answer, "the body is no JSON object");
        } catch (JsonException e) {
            return Answers.malformed(answer, "the body is no JSON: " + e.getMessage());
        }
    }

    private static Answer understand(Answer answer, Map<?, ?> members, String serial) {
        if (members.containsValue(null)) {
            return Answers.malformed(answer, "a member is null");
        }
        if (members.containsKey("error")) {
            return members.get("error") instanceof String error
                    ? Answers.message(answer, error(error), error)
                    : Answers.malformed(answer, "the member error is no string");
        }
        if (!serial.equals(members.get("serialNumber"))) {
            return Answers.malformed(answer, "not the device's serial number: " + members.get("serialNumber"));
        }
        return members.containsKey("commandName") ? command(answer, members) : answer;
    }

    private static AnswerKind error(String error) {
        if (error.equals("Under maintenance")) {
            return AnswerKind.MAINTENANCE;
        }
        return error.endsWith("is disabled.") ? AnswerKind.DISABLED : AnswerKind.MESSAGE;
    }

    private static Answer command(Answer answer, Map<?, ?> members) {
        String name = text(members, "commandName");
        String transaction = text(members, "commandTransactionId");
        if (!transaction.matches(UUID4)) {
            return Answers.malformed(answer, "commandTransactionId is no random UUID: " + transaction);
        }
        switch (name) {
            case "get_config":
                return answer.meaning(AnswerKind.GET_CONFIG, new Task(name, transaction, "", false, "", "", ""), "");
            case "update_config":
                return config(answer, members, transaction);
            case "update_firmware":
                return firmware(answer, members, transaction);
            default:
                return Answers.malformed(answer, "an unknown command: " + name);
        }
    }

    private static Answer config(Answer answer, Map<?, ?> members, String transaction) {
        Object config = members.get("config");
        boolean isText = config instanceof String;
        if (!isText && !(config instanceof Map) && !(config instanceof List)) {
            return Answers.malformed(answer, "update_config without a config");
        }
        String text = isText ? (String) config : JsonWriter.write(config);
        return answer.meaning(AnswerKind.CONFIG, new Task("update_config", transaction, text, isText, "", "", ""), "");
    }

    private static Answer firmware(Answer answer, Map<?, ?> members, String transaction) {
        String url = text(members, "firmwareUrl");
        if (url.isEmpty()) {
            return Answers.malformed(answer, "update_firmware without firmwareUrl");
        }
        String md5 = text(members, "firmwareMd5");
        String version = text(members, "firmwareVersion");
        return answer.meaning(
                AnswerKind.FIRMWARE, new Task("update_firmware", transaction, "", false, url, md5, version), "");
    }

    private static String text(Map<?, ?> members, String name) {
        return members.get(name) instanceof String text ? text : "";
    }
}
