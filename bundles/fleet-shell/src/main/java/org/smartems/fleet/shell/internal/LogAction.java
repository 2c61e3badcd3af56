// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.smartems.fleet.log.DeviceLogs;
import org.smartems.fleet.log.LogEntry;
import org.smartems.fleet.log.LogFilter;
import org.smartems.fleet.log.LogFollower;
import org.smartems.shell.Services;

/** What the commands that read a log have in common: the latest entries, the earliest of them first. */
abstract class LogAction<T extends LogEntry> extends FleetAction {

    private static final int LIMIT = 20;
    private static final long PAUSE_MILLIS = 1000;
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F]");

    @Option(name = "--device", description = "Identifier or name of a device")
    @Completion(DeviceCompleter.class)
    private String device;

    @Option(name = "--limit", description = "How many at most")
    private int limit = LIMIT;

    @Option(name = "--follow", description = "Go on with what is added, until Ctrl-C")
    private boolean follow;

    @Option(name = "--json", description = "Print JSON, one entry a line")
    private boolean json;

    /** The latest first. */
    abstract List<T> read(DeviceLogs logs, LogFilter filter, int most);

    /** With the names of the REST API. */
    abstract Map<String, Object> values(T entry);

    /** For people. */
    abstract String line(T entry);

    /** Which entries are wanted, but for the device and the time. */
    LogFilter filter() {
        return LogFilter.all();
    }

    @Override
    protected final void run() {
        Instant start = Instant.now();
        List<T> latest = new ArrayList<>(read(of(device), limit));
        Collections.reverse(latest);
        latest.forEach(this::show);
        if (follow) {
            follow(latest, start);
            return;
        }
        if (latest.isEmpty() && !json) {
            print("Nothing within the last seven days.");
        }
    }

    <R> R logs(Function<DeviceLogs, R> work) {
        return Services.use(context, DeviceLogs.class, work);
    }

    private void follow(List<T> shown, Instant start) {
        LogFollower<T> follower = new LogFollower<>(since -> read(of(device).from(since), DeviceLogs.MOST), start);
        List<Long> known = shown.stream().map(LogEntry::id).toList();
        while (pause()) {
            follower.next().stream()
                    .filter(entry -> !known.contains(entry.id()))
                    .forEach(this::show);
            session.getConsole().flush();
        }
    }

    private List<T> read(LogFilter wanted, int most) {
        return logs(logs -> read(logs, wanted, most));
    }

    private LogFilter of(String identifierOrName) {
        return identifierOrName == null ? filter() : filter().ofDevice(identifierOrName);
    }

    private void show(T entry) {
        print(json ? Json.text(values(entry)) : visible(line(entry)));
    }

    /** What devices say must not steer the terminal. */
    static String visible(String text) {
        return CONTROL.matcher(text).replaceAll("?");
    }

    /** Nor look like a line of its own. */
    static String oneLine(String text) {
        return visible(text).replace('\n', '?').replace('\t', ' ');
    }

    /** False once the user has had enough. */
    private static boolean pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            return false; // Ctrl-C: the thread goes on with the shell
        }
    }

    static String time(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** Fixed columns, so that lines which come one by one stand below each other. */
    static String columns(Object... widthsAndTexts) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widthsAndTexts.length; i += 2) {
            int width = (Integer) widthsAndTexts[i];
            String text = oneLine(String.valueOf(widthsAndTexts[i + 1]));
            line.append(text).append(" ".repeat(Math.max(1, width - text.length())));
        }
        return line.toString().stripTrailing();
    }

    /** Names and values in turn, without empty texts. */
    static Map<String, Object> map(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (!"".equals(namesAndValues[i + 1])) {
                map.put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return map;
    }
}
