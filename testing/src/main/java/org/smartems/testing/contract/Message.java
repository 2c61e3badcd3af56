// SPDX-License-Identifier: Apache-2.0
package org.smartems.testing.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.smartems.spi.procedure.DeviceResponse;
import org.smartems.spi.procedure.ProcedureDescription;
import org.smartems.spi.procedure.Route;

/** A request or an answer of a recorded exchange: its first line, headers, and a body of bytes as characters. */
final class Message {

    private final String start;
    private final List<String> headers;
    private final String body;

    private Message(String start, List<String> headers, String body) {
        this.start = start;
        this.headers = headers;
        this.body = body;
    }

    static Message parse(String text) {
        int blank = text.indexOf("\n\n");
        String head = blank < 0 ? text : text.substring(0, blank);
        String body = blank < 0 ? "" : text.substring(blank + 2);
        List<String> lines = head.lines().toList();
        return new Message(lines.get(0).strip(), lines.subList(1, lines.size()), unescaped(body));
    }

    static Message of(DeviceResponse response) {
        List<String> headers =
                response.contentType().isEmpty() ? List.of() : List.of("Content-Type: " + response.contentType());
        return new Message(
                Integer.toString(response.status()), headers, new String(response.body(), StandardCharsets.UTF_8));
    }

    /** Of the text of a body the one that is meant. */
    static String unescaped(String text) {
        String whole = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        return whole.replace("␍", "\r").replaceAll("␊\n?", "\n").replace("␀", "\0");
    }

    void sendBy(FakeDeviceExchange exchange, ProcedureDescription procedure) {
        String[] words = start.split(" ");
        String[] target = words[1].split("\\?", 2);
        Route route = procedure.routes().stream()
                .filter(it -> it.path().equals(target[0]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the procedure has no route " + target[0]));
        exchange.calling(route, words[0])
                .query(target.length > 1 ? target[1] : "")
                .body(body);
        for (String header : headers) {
            int colon = header.indexOf(':');
            exchange.header(
                    header.substring(0, colon), header.substring(colon + 1).strip());
        }
    }

    @Override
    public String toString() {
        String head = String.join("\n", headers);
        return start + "\n" + (head.isEmpty() ? "" : head + "\n") + "\n" + body;
    }
}
