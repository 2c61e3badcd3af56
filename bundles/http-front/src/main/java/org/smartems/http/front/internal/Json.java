// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.util.HexFormat;

/** The few answers that are made before any JSON library is in reach. */
final class Json {

    private Json() {}

    static String error(int status, String message, String requestId) {
        return "{\"code\":" + status + ",\"message\":" + text(message) + ",\"requestId\":" + text(requestId) + "}";
    }

    static String text(String value) {
        StringBuilder out = new StringBuilder(value.length() + 2).append('"');
        for (char c : value.toCharArray()) {
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                out.append("\\u").append(HexFormat.of().toHexDigits(c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
