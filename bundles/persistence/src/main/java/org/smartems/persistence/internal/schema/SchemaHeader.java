// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.schema;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The header {@code SmartEms-Schema: name;after="a,b"}: the schema of a bundle, and which must be there first. */
record SchemaHeader(String name, Set<String> after) {

    static final String HEADER = "SmartEms-Schema";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,40}");

    /** Throws {@link IllegalArgumentException} with a reason for the author of the bundle. */
    static SchemaHeader parse(String header) {
        if (split(header, ',').size() > 1) {
            throw new IllegalArgumentException("one bundle has one schema");
        }
        List<String> parts = split(header, ';');
        String name = name(parts.get(0));
        Set<String> after = new LinkedHashSet<>();
        for (String part : parts.subList(1, parts.size())) {
            after.addAll(after(part));
        }
        if (after.contains(name)) {
            throw new IllegalArgumentException("'" + name + "' cannot come after itself");
        }
        return new SchemaHeader(name, after);
    }

    private static Set<String> after(String parameter) {
        List<String> pair = split(parameter, '=');
        if (pair.size() != 2 || !pair.get(0).strip().equals("after")) {
            throw new IllegalArgumentException("'" + parameter.strip() + "' is not after=\"names\"");
        }
        Set<String> names = new LinkedHashSet<>();
        for (String name : unquoted(pair.get(1).strip()).split(",")) {
            names.add(name(name));
        }
        return names;
    }

    private static String name(String text) {
        String name = text.strip();
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is no name of a schema: it must match " + NAME);
        }
        return name;
    }

    /** Separators inside quotes do not count. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (c == separator && !quoted) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        if (quoted) {
            throw new IllegalArgumentException("a quote is not closed");
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
