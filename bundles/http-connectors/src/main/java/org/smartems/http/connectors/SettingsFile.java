// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.connectors;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Typed access to a properties file. A bad value is reported with file and key, and does not stop the start. */
final class SettingsFile {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^{}]+)}");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m)");

    private final Path file;
    private final Properties properties;

    private SettingsFile(Path file, Properties properties) {
        this.file = file;
        this.properties = properties;
    }

    static SettingsFile read(Path file) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                LOG.error("{}: cannot be read, the defaults are used: {}", file, e.toString());
                properties.clear();
            }
        }
        return new SettingsFile(file, properties);
    }

    /** Empty: the connector is off, as it is after a bad value, since another port would be a surprise. */
    OptionalInt port(String key, String missing) {
        String value = value(key, missing);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            int port = Integer.parseInt(value);
            if (port >= 0 && port <= 65_535) {
                return OptionalInt.of(port);
            }
        } catch (NumberFormatException expected) {
            // reported below
        }
        LOG.error("{}: {} = {} is not a port (0 to 65535); this connector is off", file, key, value);
        return OptionalInt.empty();
    }

    int number(String key, int missing, int minimum) {
        String value = value(key, Integer.toString(missing));
        try {
            int number = Integer.parseInt(value);
            if (number >= minimum) {
                return number;
            }
        } catch (NumberFormatException expected) {
            // reported below
        }
        LOG.error("{}: {} = {} is not a number of at least {}; {} is used", file, key, value, minimum, missing);
        return missing;
    }

    Duration duration(String key, Duration missing) {
        String value = value(key, missing.toMillis() + "ms");
        Matcher matcher = DURATION.matcher(value);
        if (matcher.matches()) {
            Duration duration = inUnit(Long.parseLong(matcher.group(1)), matcher.group(2));
            if (!duration.isZero()) {
                return duration;
            }
        }
        LOG.error(
                "{}: {} = {} is not a time such as 500ms, 30s or 2m; {} s is used",
                file,
                key,
                value,
                missing.toSeconds());
        return missing;
    }

    /** The first choice is the default. */
    String choice(String key, String... choices) {
        String value = value(key, choices[0]);
        if (Arrays.asList(choices).contains(value)) {
            return value;
        }
        LOG.error("{}: {} = {} is none of {}; {} is used", file, key, value, Arrays.toString(choices), choices[0]);
        return choices[0];
    }

    Path path(String key, Path missing) {
        String value = value(key, "");
        return value.isEmpty() ? missing : file.resolveSibling(value);
    }

    List<String> list(String key) {
        return Arrays.stream(value(key, "").split("[,\\s]+"))
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private String value(String key, String missing) {
        String value = properties.getProperty(key, missing).trim();
        return VARIABLE.matcher(value)
                .replaceAll(found -> Matcher.quoteReplacement(System.getProperty(found.group(1), found.group())));
    }

    private static Duration inUnit(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            default -> Duration.ofMinutes(amount);
        };
    }
}
