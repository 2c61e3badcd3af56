// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.device;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.smartems.simulator.Answer;
import org.smartems.simulator.AnswerKind;
import org.smartems.simulator.Task;
import org.smartems.simulator.internal.http.Response;

/** Understands answers as routers do: by Content-Type, then by the body. */
final class RouterAnswers {

    static final String AGENT_PACKAGE = "configuration/devicesupervisoragentpackage";
    static final String SDK_PACKAGE = "configuration/devicesupervisorpysdkpackage";

    private static final String LINE_END = "\r\n";

    private RouterAnswers() {}

    /** An answer to the router itself. */
    static Answer understand(Response response, boolean hasRunningConfig) {
        Answer answer = Answers.of(response);
        if (answer.status() != 200) {
            return answer;
        }
        String type = type(answer).toLowerCase(Locale.ROOT);
        switch (type) {
            case "configuration/startup-config":
                return config(answer, AnswerKind.CONFIG);
            case "configuration/running-config":
                return hasRunningConfig
                        ? config(answer, AnswerKind.RUNNING_CONFIG)
                        : Answers.malformed(answer, "a running config for a router that has none");
            case "configuration/firmwareupdate":
                return firmware(answer, true);
            case "diagnose/senddiagnose":
                return answer.meaning(AnswerKind.DIAGNOSE, Task.NONE, "");
            case "configuration/nochange":
                return answer;
            default:
                return other(answer, type);
        }
    }

    /** An answer to the device supervisor of a router, which knows its content types in lower case alone. */
    static Answer ofSupervisor(Response response) {
        Answer answer = Answers.of(response);
        if (answer.status() != 200) {
            return answer;
        }
        String type = type(answer);
        return switch (type) {
            case AGENT_PACKAGE, SDK_PACKAGE -> firmware(answer, false);
            case "configuration/devicesupervisorconfig" -> config(answer, AnswerKind.CONFIG);
            case "configuration/nochange" -> answer;
            default -> other(answer, type);
        };
    }

    private static String type(Answer answer) {
        return answer.contentType().split(";", 2)[0].trim();
    }

    private static Answer config(Answer answer, AnswerKind kind) {
        return answer.body().isEmpty()
                ? Answers.malformed(answer, "an empty config")
                : answer.meaning(kind, Task.config(answer.body()), "");
    }

    private static Answer firmware(Answer answer, boolean hasBootLoader) {
        String body = answer.body();
        if (!body.endsWith(LINE_END) || body.replace(LINE_END, "").contains("\n")) {
            return Answers.malformed(answer, "a line of the firmware does not end with CRLF");
        }
        Map<String, String> values = new HashMap<>();
        for (String line : body.split(LINE_END)) {
            int equals = line.indexOf('=');
            values.put(line.substring(0, Math.max(equals, 0)), line.substring(equals + 1));
        }
        String url = values.getOrDefault("URL", "");
        String md5 = values.getOrDefault("MD5", "");
        if (url.length() < 3 || !url.startsWith("\"") || !url.endsWith("\"")) {
            return Answers.malformed(answer, "a firmware without URL in quotes");
        }
        String bootLoader = hasBootLoader ? "Ture" : null;
        if (!Objects.equals(bootLoader, values.get("Booloader"))) {
            return Answers.malformed(answer, "a firmware without Booloader=Ture, or a package with it");
        }
        if (!md5.matches("|[0-9a-fA-F]{32}")) {
            return Answers.malformed(answer, "the MD5 of the firmware is not 32 hexadecimal digits");
        }
        return answer.meaning(AnswerKind.FIRMWARE, Task.firmware(url.substring(1, url.length() - 1), md5), "");
    }

    private static Answer other(Answer answer, String type) {
        if (answer.body().isEmpty() && !type.startsWith("configuration/")) {
            return answer;
        }
        if (!type.equals("text/html") && !type.equals("text/plain")) {
            return Answers.malformed(answer, "the content type is not one for this device: " + type);
        }
        return Answers.message(answer, text(answer.body().toLowerCase(Locale.ROOT)), answer.body());
    }

    // the texts are for people, and their wording is the server's
    private static AnswerKind text(String text) {
        if (text.contains("under maintenance")) {
            return AnswerKind.MAINTENANCE;
        }
        if (text.contains("not known") || text.contains("unknown") || text.contains("created")) {
            return AnswerKind.UNKNOWN_DEVICE;
        }
        return text.contains("disabled") ? AnswerKind.DISABLED : AnswerKind.MESSAGE;
    }
}
