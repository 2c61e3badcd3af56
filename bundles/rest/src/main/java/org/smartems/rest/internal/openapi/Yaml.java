// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes JSON as YAML: in blocks, and quoted as in JSON what YAML could take for something else than text. */
final class Yaml {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z/][A-Za-z0-9 _/.-]*(?<! )");
    /** What YAML 1.1 or 1.2 reads as no text. */
    private static final Pattern RESERVED = Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null");

    private final StringBuilder text = new StringBuilder();

    private Yaml() {}

    static String of(JsonNode node) {
        Yaml yaml = new Yaml();
        yaml.block(node, 0);
        return yaml.text.toString();
    }

    private void block(JsonNode node, int depth) {
        if (node.isObject()) {
            object(node, depth);
            return;
        }
        for (JsonNode element : node) {
            indent(depth).append('-');
            value(element, depth, element.isObject());
        }
    }

    private void object(JsonNode node, int depth) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            indent(depth).append(scalar(member.getKey())).append(':');
            value(member.getValue(), depth, false);
        }
    }

    private void value(JsonNode node, int depth, boolean inSequence) {
        if (!node.isContainerNode()) {
            text.append(' ').append(node.isTextual() ? scalar(node.textValue()) : node.toString());
            text.append('\n');
            return;
        }
        if (node.isEmpty()) {
            text.append(node.isObject() ? " {}\n" : " []\n");
            return;
        }
        int start = text.length();
        text.append('\n');
        block(node, depth + 1);
        if (inSequence) {
            // the first member stands behind the dash
            text.replace(start, start + 2 + 2 * (depth + 1) - 1, " ");
        }
    }

    private StringBuilder indent(int depth) {
        return text.append("  ".repeat(depth));
    }

    private static String scalar(String value) {
        boolean plain =
                PLAIN.matcher(value).matches() && !RESERVED.matcher(value).matches();
        return plain
                ? value
                : com.fasterxml.jackson.databind.node.TextNode.valueOf(value).toString();
    }
}
