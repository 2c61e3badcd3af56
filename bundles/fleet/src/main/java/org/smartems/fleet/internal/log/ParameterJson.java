// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.log;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Map;

/** Writes the parameters of log lines, which there are several of for each contact. */
public final class ParameterJson {

    private ParameterJson() {}

    /** A JSON object; what is neither a number nor a boolean becomes a text. */
    public static String of(Map<String, Object> parameters) {
        if (parameters.isEmpty()) {
            return "{}";
        }
        StringBuilder json = new StringBuilder(64).append('{');
        parameters.forEach((name, value) -> {
            if (json.length() > 1) {
                json.append(',');
            }
            quote(json, name);
            json.append(':');
            append(json, value);
        });
        return json.append('}').toString();
    }

    private static void append(StringBuilder json, Object value) {
        if (value instanceof Boolean || value instanceof Integer || value instanceof Long) {
            json.append(value);
            return;
        }
        if (value instanceof Double number && Double.isFinite(number)) {
            json.append(number);
            return;
        }
        quote(json, String.valueOf(value));
    }

    private static void quote(StringBuilder json, String text) {
        json.append('"');
        // PostgreSQL knows no such character
        JsonStringEncoder.getInstance().quoteAsString(text.replace('\0', '\uFFFD'), json);
        json.append('"');
    }
}
