// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.device;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.smartems.simulator.Answer;
import org.smartems.simulator.AnswerKind;
import org.smartems.simulator.DeviceProfile;
import org.smartems.simulator.Fault;
import org.smartems.simulator.Reported;
import org.smartems.simulator.Task;
import org.smartems.simulator.WorkResult;
import org.smartems.simulator.internal.http.Manner;
import org.smartems.simulator.internal.http.Request;
import org.smartems.simulator.internal.http.Response;
import org.smartems.simulator.internal.json.JsonException;
import org.smartems.simulator.internal.json.JsonReader;
import org.smartems.simulator.internal.json.JsonWriter;

/** An edge gateway. */
final class GatewayBehaviour implements Behaviour {

    private final Parts parts;
    private final Memory memory;
    private final URI uri;
    private Reported reported = Reported.NOTHING;

    GatewayBehaviour(Parts parts) {
        this.parts = parts;
        this.memory = parts.memory();
        this.uri = URI.create(parts.endpoint().url() + "/configuration");
    }

    @Override
    public Answer contact(Fault fault, Dice dice) throws IOException {
        if (parts.options().headFirst()) {
            Fault alike = fault == Fault.WRONG_PASSWORD ? fault : Fault.NONE;
            Response head = parts.session().send(Request.of("HEAD", uri), Manner.of(alike));
            if (head.status() == 404) {
                return Answers.message(Answers.of(head), AnswerKind.STATUS, "HEAD is answered 404");
            }
        }
        Map<String, Object> members = members(dice);
        reported = new Reported(memory.unreported().orElse(""), members.containsKey("config"), false);
        Request request = Request.post(uri, "application/json", JsonWriter.write(members));
        Answer answer = GatewayAnswers.understand(
                parts.session().send(request, Manner.of(fault)), parts.profile().serial());
        if (delivered(answer)) {
            memory.reported();
        }
        return answer;
    }

    @Override
    public Reported reported() {
        return reported;
    }

    @Override
    public boolean eager() {
        return memory.report().isPresent();
    }

    @Override
    public Optional<WorkResult> work(Answer answer, Fault fault, Dice dice) {
        Task task = answer.task();
        if (task.command().isEmpty()) {
            return Optional.empty();
        }
        if (fault.ofWork()) {
            if (fault != Fault.NO_REPORT) {
                memory.toReport(failure(task, fault == Fault.COMMAND_ERROR ? "error" : "critical", dice));
            }
            return Optional.of(new WorkResult(false, fault.id()));
        }
        return Optional.of(obey(answer, fault, dice));
    }

    // under maintenance a server takes no reports; a device that is disabled is heard
    private static boolean delivered(Answer answer) {
        return answer.status() == 200
                && answer.kind() != AnswerKind.MAINTENANCE
                && answer.kind() != AnswerKind.MALFORMED;
    }

    private WorkResult obey(Answer answer, Fault fault, Dice dice) {
        Task task = answer.task();
        String detail = task.command();
        try {
            if (answer.kind() == AnswerKind.FIRMWARE) {
                detail = new FirmwareDownload(parts.session()::send).version(task, fault == Fault.CUT_DOWNLOAD);
                memory.install(detail);
            } else if (answer.kind() == AnswerKind.CONFIG) {
                memory.configure(task.config(), task.configIsText());
            }
        } catch (FirmwareException e) {
            memory.toReport(new Report(
                    task.command(),
                    task.transactionId(),
                    "error",
                    e.category(),
                    dice.between(300, 32_000),
                    e.getMessage()));
            return new WorkResult(false, e.getMessage());
        }
        memory.toReport(Report.success(task.command(), task.transactionId()));
        return new WorkResult(true, detail);
    }

    private static Report failure(Task task, String status, Dice dice) {
        String category =
                switch (task.command()) {
                    case "update_config" -> "setconfigerror";
                    case "update_firmware" -> "badfirmware";
                    default -> "generalerror";
                };
        return new Report(
                task.command(),
                task.transactionId(),
                status,
                category,
                dice.between(300, 32_000),
                "simulated " + status + " of " + task.command());
    }

    private Map<String, Object> members(Dice dice) {
        DeviceProfile profile = parts.profile();
        Map<String, Object> members = new LinkedHashMap<>();
        put(members, "serialNumber", profile.serial());
        put(members, "firmwareVersion", memory.firmwareVersion());
        put(members, "hardwareVersion", profile.model());
        put(members, "registrationId", "reg-" + profile.serial());
        put(members, "endorsementKey", "AToAAQALAAMAsgAg" + profile.imei());
        put(members, "imsi", profile.imsi());
        put(members, "imei", profile.imei());
        put(members, "networkGeneration", "4G");
        if (parts.options().customData()) {
            members.put("customData", Map.of("cpuTemp", BigDecimal.valueOf(dice.between(350, 650), 1)));
        }
        memory.report().ifPresent(report -> put(members, report));
        return members;
    }

    private void put(Map<String, Object> members, Report report) {
        members.put("commandName", report.command());
        members.put("commandTransactionId", report.transactionId());
        members.put("commandStatus", report.status());
        if (!report.category().isEmpty()) {
            members.put("commandStatusErrorCategory", report.category());
            members.put("commandStatusErrorPid", report.pid());
            members.put("commandStatusErrorMessage", report.message());
        } else if (report.command().equals("get_config")) {
            members.put("config", config());
        }
    }

    private Object config() {
        if (memory.configIsText()) {
            return memory.config().orElse("");
        }
        try {
            return JsonReader.read(memory.config().orElse("{}"));
        } catch (JsonException e) {
            throw new IllegalStateException("the config of " + parts.profile().serial() + " is no JSON", e);
        }
    }

    private static void put(Map<String, Object> members, String name, String value) {
        if (!value.isEmpty()) {
            members.put(name, value);
        }
    }
}
