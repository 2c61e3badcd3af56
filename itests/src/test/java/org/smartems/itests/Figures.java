// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import java.io.IOException;
import java.nio.file.Files;

/** What monitoring reads of a server at one moment. */
record Figures(String text) {

    static Figures of(Server server) throws IOException {
        String token = Files.readString(server.etc("metrics.token")).strip();
        Answer answer = server.https().bearer(token).get("/metrics");
        if (answer.status() != 200) {
            throw new AssertionError("no figures: " + answer);
        }
        return new Figures(answer.body());
    }

    /** A whole one, by its name with its labels. */
    long count(String figure) {
        return text.lines()
                .filter(line -> line.startsWith(figure + " "))
                .map(line -> line.substring(figure.length() + 1))
                .mapToLong(value -> (long) Double.parseDouble(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError(figure + " is missing in\n" + text));
    }
}
