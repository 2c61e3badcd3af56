// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.cli;

import java.util.List;
import java.util.Optional;

/** An option of the command line: one that sets a setting, or one of the program itself (then the setting is empty). */
record Option(String name, String argument, String setting, String help) {

    static final List<Option> ALL = List.of(
            of("--configuration", "FILE", "", "properties file with settings; options override it"),
            of("--url", "URL", "url", "the server, such as https://127.0.0.1:8443"),
            of("--devices-url", "URL", "devicesUrl", "the server for routers, if that is another address"),
            of("--trust", "FILE", "trust", "certificates to trust, PEM"),
            of("--insecure", "", "insecure=true", "trust every server"),
            of("--devices", "N", "devices", "how many devices; shared out as the mix says"),
            of("--mix", "MIX", "mix", "how many of each dialect (tk800=20,edge-gateway=5)"),
            of("--first-number", "N", "firstNumber", "number in the first serial number (1)"),
            of("--user", "DIALECT=NAME:FILE", "", "device user, and the file whose first line is the password"),
            of("--interval", "TIME", "interval", "between check-ins of a device; 0s is as fast as possible (60s)"),
            of("--jitter", "SHARE", "jitter", "how much intervals differ (0.2)"),
            of("--ramp-up", "TIME", "rampUp", "over which the first check-ins are spread (10s)"),
            of("--restart-time", "TIME", "restartTime", "after which a device reports what it did (2s)"),
            of("--count", "N", "count", "end after so many check-ins"),
            of("--duration", "TIME", "duration", "end after this time"),
            of("--workers", "N", "workers", "check-ins under way at once (64)"),
            of("--connection", "KIND", "connection", "fresh for each check-in, or kept (fresh)"),
            of("--no-resumption", "", "resumption=false", "a full TLS handshake for each connection"),
            of("--timeout", "TIME", "timeout", "for one exchange (30s)"),
            of("--fault", "NAME=RATE", "", "how often a fault happens, from 0 to 1; may be repeated"),
            of("--seed", "N", "seed", "equal seeds, equal behaviour (1)"),
            of("--state", "DIRECTORY", "state", "keep the state of the devices there"),
            of("--set", "NAME=VALUE", "", "any other setting, but no password; may be repeated"),
            of("--journal", "FILE", "", "append every acknowledged check-in to this file, as a line of JSON"),
            of("--json", "", "", "print the summary as JSON, and the live figures to the standard error"),
            of("--quiet", "", "", "no live figures"),
            of("--strict", "", "", "exit with 3 when there was any unexpected answer"),
            of("--help", "", "", "print this"));

    private static Option of(String name, String argument, String setting, String help) {
        return new Option(name, argument, setting, help);
    }

    static Optional<Option> find(String name) {
        return ALL.stream().filter(option -> option.name.equals(name)).findFirst();
    }

    boolean hasArgument() {
        return !argument.isEmpty();
    }
}
