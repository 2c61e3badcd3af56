// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.device;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.smartems.simulator.Answer;
import org.smartems.simulator.DeviceProfile;
import org.smartems.simulator.Fault;
import org.smartems.simulator.Reported;
import org.smartems.simulator.WorkResult;
import org.smartems.simulator.internal.http.Manner;
import org.smartems.simulator.internal.http.Request;

/** A router. */
final class RouterBehaviour implements Behaviour {

    static final String FORM = "application/x-www-form-urlencoded";
    private static final String DIAGNOSE = "dls/diagnosedata";

    private final Parts parts;
    private final Memory memory;
    private final URI uri;
    private Reported reported = Reported.NOTHING;
    private boolean eager;

    RouterBehaviour(Parts parts) {
        this.parts = parts;
        this.memory = parts.memory();
        this.uri = URI.create(parts.endpoint().url() + "/config");
    }

    @Override
    public Answer contact(Fault fault, Dice dice) throws IOException {
        Map<String, String> fields = fields(dice);
        boolean diagnosing = memory.diagnosing();
        reported = new Reported("", fields.containsKey("config") && !diagnosing, diagnosing);
        Request request = Request.post(uri, diagnosing ? DIAGNOSE : FORM, form(fields));
        Answer answer = RouterAnswers.understand(
                parts.session().send(request, Manner.of(fault)),
                parts.profile().dialect().hasRunningConfig());
        if (answer.status() == 200) {
            memory.diagnose(false);
        }
        eager = false;
        return answer;
    }

    @Override
    public Reported reported() {
        return reported;
    }

    @Override
    public boolean eager() {
        return eager || memory.diagnosing();
    }

    @Override
    public Optional<WorkResult> work(Answer answer, Fault fault, Dice dice) {
        switch (answer.kind()) {
            case CONFIG, RUNNING_CONFIG, FIRMWARE, DIAGNOSE:
                // a router has no way to report an error
                return Optional.of(fault.ofWork() ? new WorkResult(false, fault.id()) : obey(answer, fault));
            default:
                return Optional.empty();
        }
    }

    private WorkResult obey(Answer answer, Fault fault) {
        switch (answer.kind()) {
            case CONFIG:
                memory.configure(answer.task().config(), true);
                memory.restart();
                eager = true;
                return new WorkResult(true, "startup config");
            case RUNNING_CONFIG:
                memory.configureRunning(answer.task().config());
                return new WorkResult(true, "running config");
            case DIAGNOSE:
                memory.diagnose(true);
                return new WorkResult(true, "diagnose data follows");
            default:
                return install(answer, fault);
        }
    }

    private WorkResult install(Answer answer, Fault fault) {
        try {
            String version = new FirmwareDownload(parts.session()::sendAnonymously)
                    .version(answer.task(), fault == Fault.CUT_DOWNLOAD);
            memory.install(version);
            eager = true;
            return new WorkResult(true, version);
        } catch (FirmwareException e) {
            return new WorkResult(false, e.getMessage());
        }
    }

    /** As routers send it. */
    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + '=' + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Map<String, String> fields(Dice dice) {
        DeviceProfile profile = parts.profile();
        Duration uptime = Duration.between(memory.startedAt(), Instant.now());
        int host = Identity.number(profile.serial(), 65_000) + 2;
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "Serial", profile.serial());
        put(fields, "Firmware", memory.firmwareVersion());
        put(fields, "Model", profile.model());
        put(fields, "IMEI", profile.imei());
        put(fields, "IMSI", profile.imsi());
        put(fields, "RSRP", Integer.toString(profile.rsrp() + dice.between(-3, 3)));
        put(fields, "OperatorCode", profile.operatorCode());
        put(fields, "Band", Integer.toString(dice.between(1, 3) * 7 - 4));
        put(fields, "CellID", Integer.toHexString(0x1E10000 + host).toUpperCase(Locale.ROOT));
        put(fields, "RouterUptime", Uptime.text(uptime));
        put(fields, "Cellular1_IP", "10.117." + host / 256 + '.' + host % 256);
        put(fields, "Cellular1_uptime", Uptime.text(uptime.multipliedBy(9).dividedBy(10)));
        put(fields, "Cellular2_IP", "2001:db8:" + Integer.toHexString(host) + "::2");
        put(fields, "Cellular2_uptime", Uptime.text(uptime.dividedBy(2)));
        put(fields, "IPv6Prefix", "2001:db8:" + Integer.toHexString(host) + "::/64");
        config(uptime).ifPresent(config -> put(fields, "config", config));
        return fields;
    }

    private Optional<String> config(Duration uptime) {
        if (memory.diagnosing()) {
            return Optional.of("# diagnose data of " + parts.profile().serial() + "\nmodel "
                    + parts.profile().model() + "\nfirmware " + memory.firmwareVersion() + "\nuptime "
                    + Uptime.text(uptime) + "\n");
        }
        return switch (parts.options().reportedConfig()) {
            case STARTUP -> memory.config();
            case RUNNING -> memory.runningConfig();
            case NONE -> Optional.empty();
        };
    }

    private static void put(Map<String, String> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.put(name, value);
        }
    }
}
