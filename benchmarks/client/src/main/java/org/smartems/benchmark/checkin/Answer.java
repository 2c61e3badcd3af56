// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.checkin;

import java.nio.charset.StandardCharsets;

/** What came back; the head is kept as it was sent. */
record Answer(int status, String head, byte[] body) {

    /** The value of a header, without the spaces around it; empty when it is missing. */
    String header(String name) {
        return header(head, name);
    }

    /** For the word of an unexpected answer. */
    String brief() {
        String text = new String(body, StandardCharsets.UTF_8).replaceAll("\\s+", " ");
        return status + " " + text.substring(0, Math.min(120, text.length()));
    }

    static String header(String head, String name) {
        int length = name.length();
        for (int line = head.indexOf('\n') + 1; line > 0 && line < head.length(); line = head.indexOf('\n', line) + 1) {
            if (head.regionMatches(true, line, name, 0, length) && head.startsWith(":", line + length)) {
                int end = head.indexOf('\n', line);
                return head.substring(line + length + 1, end < 0 ? head.length() : end)
                        .trim();
            }
        }
        return "";
    }
}
