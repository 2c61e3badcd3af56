// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.cli;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.smartems.simulator.Dialect;
import org.smartems.simulator.Fault;

/** What was asked for on the command line. */
final class CommandLine {

    private static final String NOTES =
            """

            Passwords come from DIALECT.password or DIALECT.passwordFile in the configuration,
            or from SMARTEMS_SIMULATOR_TK800_PASSWORD and SMARTEMS_SIMULATOR_EDGE_GATEWAY_PASSWORD.
            Exit status: 0; 1 failure; 2 wrong options or settings; 3 unexpected answers and --strict.
            """;

    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, String> own = new LinkedHashMap<>();

    private CommandLine() {}

    static CommandLine parse(String... arguments) throws UsageException {
        CommandLine line = new CommandLine();
        Deque<String> left = new ArrayDeque<>(Arrays.asList(arguments));
        while (!left.isEmpty()) {
            String word = left.pop();
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            Option option = Option.find(name).orElseThrow(() -> new UsageException("there is no option " + name));
            if (!option.hasArgument() && equals >= 0) {
                throw new UsageException(name + " has no value");
            }
            String value = equals < 0 ? "" : word.substring(equals + 1);
            if (option.hasArgument() && equals < 0) {
                value = Optional.ofNullable(left.poll())
                        .orElseThrow(() -> new UsageException(name + " needs " + option.argument()));
            }
            line.take(option, value);
        }
        return line;
    }

    /** Settings that override those of the configuration file. */
    Map<String, String> settings() {
        return Collections.unmodifiableMap(settings);
    }

    boolean has(String option) {
        return own.containsKey(option);
    }

    Optional<Path> file(String option) {
        return Optional.ofNullable(own.get(option)).map(Path::of);
    }

    static String help() {
        StringBuilder help = new StringBuilder("Devices that check in at a Smart EMS server.\n\n")
                .append("java -jar simulator.jar --configuration FILE [OPTION...]\n\n");
        for (Option option : Option.ALL) {
            help.append(
                    String.format(Locale.ROOT, "  %-26s %s%n", option.name() + ' ' + option.argument(), option.help()));
        }
        return help.append("\nDialects: ")
                .append(Arrays.stream(Dialect.values()).map(Dialect::id).collect(Collectors.joining(" ")))
                .append("\nFaults: ")
                .append(Arrays.stream(Fault.values())
                        .filter(fault -> fault != Fault.NONE)
                        .map(Fault::id)
                        .collect(Collectors.joining(" ")))
                .append(NOTES)
                .toString();
    }

    private void take(Option option, String value) throws UsageException {
        switch (option.name()) {
            case "--user":
                user(option, value);
                break;
            case "--fault":
                String[] fault = pair(option, value);
                settings.put("fault." + fault[0], fault[1]);
                break;
            case "--set":
                String[] set = pair(option, value);
                if (set[0].endsWith(".password")) {
                    throw new UsageException("no password on the command line: everybody here could read it");
                }
                settings.put(set[0], set[1]);
                break;
            default:
                if (option.setting().isEmpty()) {
                    own.put(option.name(), value);
                } else {
                    String[] setting = option.setting().split("=", 2);
                    settings.put(setting[0], setting.length == 2 ? setting[1] : value);
                }
        }
    }

    private void user(Option option, String value) throws UsageException {
        String[] dialect = pair(option, value);
        int colon = dialect[1].indexOf(':');
        if (Dialect.of(dialect[0]).isEmpty() || colon < 1) {
            throw new UsageException("--user needs DIALECT=NAME:FILE, such as tk800=router:router.password");
        }
        settings.put(dialect[0] + ".username", dialect[1].substring(0, colon));
        settings.put(dialect[0] + ".passwordFile", dialect[1].substring(colon + 1));
    }

    private static String[] pair(Option option, String value) throws UsageException {
        String[] pair = value.split("=", 2);
        if (pair.length < 2 || pair[0].isEmpty()) {
            throw new UsageException(option.name() + " needs " + option.argument());
        }
        return pair;
    }
}
