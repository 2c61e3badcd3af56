// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.device;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.smartems.simulator.Answer;
import org.smartems.simulator.AnswerKind;
import org.smartems.simulator.Fault;
import org.smartems.simulator.Reported;
import org.smartems.simulator.WorkResult;
import org.smartems.simulator.internal.http.Manner;
import org.smartems.simulator.internal.http.Request;

/** The device supervisor of a router: two packages and a config of its own. */
final class SupervisorBehaviour implements Behaviour {

    private final Parts parts;
    private final Memory memory;
    private final URI uri;
    private Reported reported = Reported.NOTHING;
    private boolean eager;

    SupervisorBehaviour(Parts parts) {
        this.parts = parts;
        this.memory = parts.memory();
        this.uri = URI.create(parts.endpoint().url() + "/device-supervisor-config");
    }

    @Override
    public Answer contact(Fault fault, Dice dice) throws IOException {
        Map<String, String> fields = fields();
        reported = new Reported("", fields.containsKey("config"), false);
        Request request = Request.post(uri, RouterBehaviour.FORM, RouterBehaviour.form(fields));
        eager = false;
        return RouterAnswers.ofSupervisor(parts.session().send(request, Manner.of(fault)));
    }

    @Override
    public Reported reported() {
        return reported;
    }

    @Override
    public boolean eager() {
        return eager;
    }

    @Override
    public Optional<WorkResult> work(Answer answer, Fault fault, Dice dice) {
        if (answer.kind() != AnswerKind.CONFIG && answer.kind() != AnswerKind.FIRMWARE) {
            return Optional.empty();
        }
        if (fault.ofWork()) {
            return Optional.of(new WorkResult(false, fault.id()));
        }
        if (answer.kind() == AnswerKind.CONFIG) {
            memory.supervisor().configure(answer.task().config());
            return Optional.of(new WorkResult(true, "supervisor config"));
        }
        return Optional.of(install(answer, fault));
    }

    private WorkResult install(Answer answer, Fault fault) {
        try {
            String version = new FirmwareDownload(parts.session()::sendAnonymously)
                    .version(answer.task(), fault == Fault.CUT_DOWNLOAD);
            if (answer.contentType().startsWith(RouterAnswers.AGENT_PACKAGE)) {
                memory.supervisor().installAgent(version);
            } else {
                memory.supervisor().installSdk(version);
            }
            eager = true;
            return new WorkResult(true, version);
        } catch (FirmwareException e) {
            return new WorkResult(false, e.getMessage());
        }
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Serial", parts.profile().serial());
        if (!parts.profile().imsi().isEmpty()) {
            fields.put("IMSI", parts.profile().imsi());
        }
        fields.put("agentVersion", memory.supervisor().agentVersion());
        fields.put("pySdkPackageVersion", memory.supervisor().sdkVersion());
        memory.supervisor().config().ifPresent(config -> fields.put("config", config));
        return fields;
    }
}
