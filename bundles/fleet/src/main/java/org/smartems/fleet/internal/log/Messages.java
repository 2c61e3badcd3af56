// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the texts of log lines when they are read; lines of plug-ins that have none are shown by their id. */
public final class Messages {

    private static final Pattern PARAMETER = Pattern.compile("\\{([A-Za-z0-9]+)}");
    private static final Messages ENGLISH = new Messages(read("messages.properties"));

    private final Properties texts;

    private Messages(Properties texts) {
        this.texts = texts;
    }

    /** The catalogue. */
    public static Messages english() {
        return ENGLISH;
    }

    /** The text of a line, with its parameters filled in; one that is missing leaves nothing. */
    public String text(String messageId, Map<String, ?> parameters) {
        String text = texts.getProperty(messageId);
        if (text == null) {
            return parameters.isEmpty() ? messageId : messageId + " " + new TreeMap<>(parameters);
        }
        return PARAMETER
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        parameters.containsKey(match.group(1)) ? String.valueOf(parameters.get(match.group(1))) : ""));
    }

    /** The ids whose text contains something, for a search by text. */
    public List<String> containing(String part) {
        String wanted = part.toLowerCase(Locale.ROOT);
        return matching(text -> text.contains(wanted));
    }

    /** The ids of the texts for which something holds, in alphabetical order. */
    public List<String> matching(Predicate<String> condition) {
        return texts.stringPropertyNames().stream()
                .filter(id -> condition.test(texts.getProperty(id).toLowerCase(Locale.ROOT)))
                .sorted()
                .toList();
    }

    boolean knows(String messageId) {
        return texts.containsKey(messageId);
    }

    private static Properties read(String name) {
        Properties properties = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream(name)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
