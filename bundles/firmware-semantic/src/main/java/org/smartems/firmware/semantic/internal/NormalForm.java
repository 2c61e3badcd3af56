// SPDX-License-Identifier: Apache-2.0
package org.smartems.firmware.semantic.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings what people write of one version into one form: {@code v1.2b2} and {@code 1.2.0-beta2} are the same. */
public final class NormalForm {

    private static final int LONGEST = 255;
    private static final String STAGE = "[._-]?(?:(stable|beta|b|RC|alpha|a|patch|pl|p)((?:[.-]?\\d+)*+)?)?([.-]?dev)?";
    private static final Pattern NUMBERS =
            Pattern.compile("v?(\\d{1,5}+)(\\.\\d++)?(\\.\\d++)?(\\.\\d++)?" + STAGE, Pattern.CASE_INSENSITIVE);
    private static final Pattern DATE =
            Pattern.compile("v?(\\d{4}(?:[.:-]?\\d{2}){1,6}(?:[.:-]?\\d{1,3}){0,2})" + STAGE, Pattern.CASE_INSENSITIVE);
    private static final Pattern BUILD = Pattern.compile("([^,\\s+]++)\\+\\S++");
    private static final Pattern EDGES = Pattern.compile("^[ \\t\\n\\r\\x00\\x0B]++|[ \\t\\n\\r\\x00\\x0B]++$");

    private NormalForm() {}

    /**
     * Reads a version.
     *
     * @param text as reported or stored
     * @return such as {@code 1.2.0.0-beta2} or {@code 2026.01.31}; empty when the text is no version
     */
    public static Optional<String> of(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String version = EDGES.matcher(text).replaceAll("");
        Matcher build = BUILD.matcher(version);
        version = build.matches() ? build.group(1) : version;
        Matcher numbers = NUMBERS.matcher(version);
        if (numbers.matches()) {
            return Optional.of(numbers(numbers) + stage(numbers, 5));
        }
        Matcher date = DATE.matcher(version);
        return date.matches() ? Optional.of(date.group(1).replaceAll("\\D", ".") + stage(date, 2)) : Optional.empty();
    }

    private static String numbers(Matcher matcher) {
        StringBuilder numbers = new StringBuilder(matcher.group(1));
        for (int group = 2; group <= 4; group++) {
            numbers.append(matcher.group(group) == null ? ".0" : matcher.group(group));
        }
        return numbers.toString();
    }

    /** What stands behind {@code stable} says nothing. */
    private static String stage(Matcher matcher, int group) {
        String name = matcher.group(group) == null ? "" : matcher.group(group).toLowerCase(Locale.ROOT);
        if (name.equals("stable")) {
            return "";
        }
        StringBuilder stage = new StringBuilder();
        if (!name.isEmpty()) {
            String number = matcher.group(group + 1) == null ? "" : matcher.group(group + 1);
            stage.append('-').append(whole(name)).append(number.replaceFirst("^[.-]+", ""));
        }
        return stage.append(matcher.group(group + 2) == null ? "" : "-dev").toString();
    }

    private static String whole(String name) {
        return switch (name) {
            case "a" -> "alpha";
            case "b" -> "beta";
            case "p", "pl" -> "patch";
            case "rc" -> "RC";
            default -> name;
        };
    }
}
