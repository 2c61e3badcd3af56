// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.configuration;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.smartems.simulator.ConfigurationException;

/** Settings as they are read: gathers what is wrong with them, so that all of it can be told at once. */
public final class Values {

    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

    private final Map<String, String> given;
    private final Map<String, String> environment;
    private final Set<String> asked = new HashSet<>();
    private final Set<String> problems = new LinkedHashSet<>();

    public Values(Map<String, String> given, Map<String, String> environment) {
        this.given = given;
        this.environment = environment;
    }

    /** To be called once everything was read. */
    public void check() {
        Set<String> unknown = new TreeSet<>(given.keySet());
        unknown.removeAll(asked);
        unknown.forEach(name -> problems.add(name + ": there is no such setting"));
        if (!problems.isEmpty()) {
            throw new ConfigurationException(List.copyOf(problems));
        }
    }

    void problem(String name, String reason) {
        problems.add(name + ": " + reason);
    }

    Optional<String> text(String name) {
        asked.add(name);
        return Optional.ofNullable(given.get(name)).map(String::trim).filter(value -> !value.isEmpty());
    }

    boolean flag(String name, boolean otherwise) {
        return choice(name, Map.of("true", true, "false", false), otherwise);
    }

    <T> T choice(String name, Map<String, T> choices, T otherwise) {
        Optional<String> value = text(name);
        if (value.isPresent() && !choices.containsKey(value.get())) {
            problem(name, "must be one of " + String.join(", ", new TreeSet<>(choices.keySet())));
        }
        return value.map(choices::get).orElse(otherwise);
    }

    Optional<Long> number(String name, long low, long high) {
        return text(name).flatMap(value -> {
            try {
                long number = Long.parseLong(value);
                if (number >= low && number <= high) {
                    return Optional.of(number);
                }
            } catch (NumberFormatException ignored) {
                // told below
            }
            problem(name, "must be a whole number from " + low + " to " + high);
            return Optional.empty();
        });
    }

    double share(String name, double otherwise) {
        return text(name)
                .map(value -> {
                    try {
                        double share = Double.parseDouble(value);
                        if (share >= 0 && share <= 1) {
                            return share;
                        }
                    } catch (NumberFormatException ignored) {
                        // told below
                    }
                    problem(name, "must be a number from 0 to 1");
                    return otherwise;
                })
                .orElse(otherwise);
    }

    Optional<Duration> time(String name) {
        return text(name).flatMap(value -> {
            Matcher time = TIME.matcher(value);
            if (!time.matches()) {
                problem(name, "must be a time such as 500ms, 10s, 5m or 1h");
                return Optional.empty();
            }
            long number = Long.parseLong(time.group(1));
            return Optional.of(
                    switch (time.group(2)) {
                        case "ms" -> Duration.ofMillis(number);
                        case "s" -> Duration.ofSeconds(number);
                        case "m" -> Duration.ofMinutes(number);
                        default -> Duration.ofHours(number);
                    });
        });
    }

    Optional<Duration> positiveTime(String name) {
        Optional<Duration> time = time(name);
        if (time.filter(Duration::isZero).isPresent()) {
            problem(name, "must be above 0");
            return Optional.empty();
        }
        return time;
    }

    /** Scheme, host and perhaps a port. */
    Optional<URI> server(String name) {
        return text(name).flatMap(value -> {
            try {
                URI uri = URI.create(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
                boolean http = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
                if (http
                        && uri.getHost() != null
                        && uri.getUserInfo() == null
                        && uri.getPath().isEmpty()
                        && uri.getQuery() == null) {
                    return Optional.of(uri);
                }
            } catch (IllegalArgumentException ignored) {
                // told below
            }
            problem(name, "must be an address such as https://127.0.0.1:8443");
            return Optional.empty();
        });
    }

    /** From the environment, else from a file of its own, else as it stands. */
    Optional<String> password(String dialect) {
        Optional<String> plain = text(dialect + ".password");
        Optional<String> file = text(dialect + ".passwordFile");
        String variable = "SMARTEMS_SIMULATOR_" + dialect.replace('-', '_').toUpperCase(Locale.ROOT) + "_PASSWORD";
        if (environment.containsKey(variable)) {
            return Optional.of(environment.get(variable));
        }
        return file.isPresent() ? firstLine(dialect + ".passwordFile", file.get()) : plain;
    }

    private Optional<String> firstLine(String name, String file) {
        try {
            return Files.readString(Path.of(file)).lines().findFirst();
        } catch (IOException e) {
            problem(name, "cannot be read: " + e);
            return Optional.empty();
        }
    }
}
