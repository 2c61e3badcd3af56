// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.api.error.PlatformException;
import org.smartems.device.endpoint.internal.authentication.Authentication;
import org.smartems.device.endpoint.internal.http.Outgoing;
import org.smartems.device.endpoint.internal.http.Refusal;
import org.smartems.device.endpoint.internal.recording.ExchangeRecorder;
import org.smartems.fleet.checkin.CheckIns;
import org.smartems.fleet.checkin.Contact;
import org.smartems.fleet.checkin.CredentialRefused;
import org.smartems.fleet.checkin.LogLine;
import org.smartems.fleet.plugin.InstalledPlugIns;
import org.smartems.platform.plugin.Installed;
import org.smartems.platform.plugin.PlugInFailure;
import org.smartems.spi.procedure.CommunicationProcedure;
import org.smartems.spi.procedure.DeviceReport;
import org.smartems.spi.procedure.DeviceResponse;
import org.smartems.spi.procedure.LogLevel;
import org.smartems.spi.procedure.ProcedureDescription;

/** Lets procedures answer, and tells what became of their answers. Safe for use by many threads. */
final class Conversation {

    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    private final CheckIns checkIns;
    private final InstalledPlugIns plugIns;
    private final Authentication authentication;
    private final ExchangeRecorder recorder;

    Conversation(
            CheckIns checkIns, InstalledPlugIns plugIns, Authentication authentication, ExchangeRecorder recorder) {
        this.checkIns = checkIns;
        this.plugIns = plugIns;
        this.authentication = authentication;
        this.recorder = recorder;
    }

    /**
     * Lets the procedure of a visit answer.
     *
     * @throws Refusal to be answered, and other {@link PlatformException}s
     */
    void hold(Visit visit, Outgoing outgoing) {
        boolean sent = false;
        try {
            sent = outgoing.send(ask(visit, outgoing));
        } catch (PlatformException e) {
            throw refusal(visit, e);
        } finally {
            visit.delivered(sent);
        }
        store(visit.contact(), Optional.empty());
    }

    /** Logs a line of a visit that ends without a check-in; by any thread. */
    void log(Visit visit, LogLevel level, String messageId) {
        store(visit.contact(List.of(line(visit, level, messageId, Map.of()))), visit.report());
    }

    private static LogLine line(Visit visit, LogLevel level, String messageId, Map<String, Object> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("communicationProcedure", visit.admission().procedure().id());
        all.put("deviceType", visit.admission().type().name());
        all.put("deviceName", visit.admission().type().deviceName());
        return new LogLine(level, messageId, all);
    }

    private DeviceResponse ask(Visit visit, Outgoing outgoing) {
        Installed.Entry<CommunicationProcedure, ProcedureDescription> procedure =
                visit.admission().procedure();
        CommunicationProcedure watched = recorder.watched(
                visit.admission().type().id(),
                procedure,
                visit.admission().proof().credential());
        return procedure
                .container()
                .call(
                        call -> new ContactExchange(visit, checkIns, call).answer(watched),
                        () -> isStuck(visit, outgoing));
    }

    private void isStuck(Visit visit, Outgoing outgoing) {
        outgoing.refuseInstead(Refusal.forNow("the procedure is stuck"));
        visit.delivered(false);
        log(visit, LogLevel.ERROR, "communicationProcedureStuck");
    }

    private RuntimeException refusal(Visit visit, PlatformException e) {
        if (e instanceof CredentialRefused) {
            LOG.info("Refused credential {}: {}", visit.admission().incoming().requestId(), e.getMessage());
            return authentication.failed(visit.admission().proof());
        }
        if (!(e instanceof PlugInFailure)) {
            return e;
        }
        boolean removed = plugIns.procedure(visit.admission().type().procedure())
                .filter(visit.admission().procedure()::equals)
                .isEmpty();
        if (removed) {
            return Refusal.forNow("the procedure was removed meanwhile");
        }
        Map<String, Object> reason = Map.of("reason", e.getCause().getClass().getSimpleName());
        List<LogLine> lines = new ArrayList<>(visit.trail().lines());
        lines.add(line(visit, LogLevel.ERROR, "communicationProcedureFailed", reason));
        store(visit.contact(lines), visit.report());
        return e;
    }

    /** The answer does not depend on the log. Where the device is of no account, it is not looked for. */
    private void store(Contact contact, Optional<DeviceReport> report) {
        if (contact.trail().isEmpty()) {
            return;
        }
        try {
            checkIns.log(contact, report);
        } catch (PlatformException e) {
            LOG.warn("The log of contact {} is lost: {}", contact.requestId(), e.getMessage());
        }
    }
}
