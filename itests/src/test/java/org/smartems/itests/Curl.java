// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A client that is not ours and logs in as devices do. */
record Curl(List<String> login) {

    /** What it got; of several answers the last. */
    record Reply(int status, String contentType, byte[] body) {

        String text() {
            return new String(body, java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    static Curl anonymous() {
        return new Curl(List.of());
    }

    static Curl digest(String username, String password) {
        return new Curl(List.of("--digest", "--user", username + ":" + password));
    }

    static Curl basic(String username, String password) {
        return new Curl(List.of("--basic", "--user", username + ":" + password));
    }

    Reply post(String url, String contentType, String body) throws IOException {
        return send(url, "--header", "Content-Type: " + contentType, "--data-binary", body);
    }

    Reply send(String url, String... options) throws IOException {
        Path out = Files.createTempFile("curl", ".body");
        try {
            List<String> words = new ArrayList<>(List.of(
                    "curl", "-sk", "--max-time", "60", "-o", out.toString(), "-w", "%{http_code} %{content_type}"));
            words.addAll(login);
            words.addAll(List.of(options));
            words.add(url);
            String output =
                    Command.run(words.toArray(String[]::new)).requireSuccess().output();
            return new Reply(Integer.parseInt(output.substring(0, 3)), output.substring(4), Files.readAllBytes(out));
        } finally {
            Files.delete(out);
        }
    }
}
