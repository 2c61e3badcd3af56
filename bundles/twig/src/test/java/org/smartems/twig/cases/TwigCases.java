// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.cases;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads files of cases. The format is told in docs/reference/twig.md. */
public final class TwigCases {

    private static final List<String> FILES = List.of(
            "output",
            "operators",
            "values",
            "tags",
            "loops",
            "text",
            "arrays",
            "numbers",
            "dates",
            "templates",
            "macros",
            "escaping",
            "errors",
            "language",
            "edges",
            "newer",
            "router",
            "gateway");

    private final String file;
    private final List<TwigCase> cases = new ArrayList<>();
    private Map<String, Object> variables = Map.of();
    private Map<String, StringBuilder> templates = new LinkedHashMap<>();
    private Map<String, String> options = new HashMap<>();
    private String template = "main";
    private StringBuilder expected;
    private String error;
    private String other;
    private boolean newer;
    private int start;

    private TwigCases(String file) {
        this.file = file;
    }

    /**
     * The names of the files that come along.
     *
     * @return for {@link #text}
     */
    public static List<String> files() {
        return FILES;
    }

    /**
     * The text of a file that comes along.
     *
     * @param name without its ending
     * @return cases
     * @throws IOException when it cannot be read
     */
    public static String text(String name) throws IOException {
        try (InputStream stream = TwigCases.class.getResourceAsStream("/cases/" + name + ".twigtest")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * Reads cases.
     *
     * @param file for messages
     * @param text in the format
     * @return the cases
     */
    public static List<TwigCase> read(String file, String text) {
        TwigCases reader = new TwigCases(file);
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].isEmpty()) {
                reader.finish();
                reader.start = i + 2;
            } else {
                reader.line(lines[i].charAt(0), lines[i].length() < 2 ? "" : lines[i].substring(2));
            }
        }
        reader.finish();
        return reader.cases;
    }

    private void line(char sign, String text) {
        switch (sign) {
            case '$' -> variables = Json.object(text);
            case 'o' -> {
                for (String option : text.split(" ")) {
                    options.put(option.split("=")[0], option.split("=")[1]);
                }
            }
            case 'n' -> newer = true;
            case '@' -> template = text;
            case '>' -> join(templates.get(template), text);
            case '<' ->
                expected = expected == null
                        ? new StringBuilder(text)
                        : expected.append('\n').append(text);
            case '!' -> error = text;
            case '~' -> other = text;
            case '%' -> newer |= false;
            default -> throw new IllegalArgumentException(file + ": unknown line " + sign + " " + text);
        }
    }

    private void join(StringBuilder before, String text) {
        if (before == null) {
            templates.put(template, new StringBuilder(text));
        } else {
            before.append('\n').append(text);
        }
    }

    private void finish() {
        if (templates.containsKey("main")) {
            Map<String, String> texts = new LinkedHashMap<>();
            templates.forEach((name, text) -> texts.put(name, text.toString()));
            String output = expected == null ? null : expected.toString();
            cases.add(new TwigCase(file + ":" + start, texts, variables, options, newer, output, error, other));
        }
        templates = new LinkedHashMap<>();
        options = new HashMap<>();
        template = "main";
        expected = null;
        error = null;
        other = null;
        newer = false;
    }
}
