// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.checkin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ProtocolException;

/** Reads what the server tells monitoring, and how far the database has written its log. */
final class Meter {

    private static final String READ = "smartems_check_in_read_batch_size";
    private static final String WRITE = "smartems_check_in_batch_size";

    private final Target target;
    private final String token;
    private final Database database;

    Meter(Target target, String token, Database database) {
        this.target = target;
        this.token = token;
        this.database = database;
    }

    Sharing read() throws IOException {
        String metrics = metrics();
        return new Sharing(
                database.walBytes(),
                sum(metrics, READ + "_count "),
                sum(metrics, READ + "_sum "),
                sum(metrics, WRITE + "_count "),
                sum(metrics, WRITE + "_sum "));
    }

    /** Of all lines that begin so; 0 without any. */
    static double sum(String metrics, String start) {
        return metrics.lines()
                .filter(line -> line.startsWith(start))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private String metrics() throws IOException {
        String request = "GET /metrics HTTP/1.1\r\nHost: 127.0.0.1:" + target.port() + "\r\nAuthorization: Bearer "
                + token + "\r\n\r\n";
        try (Line line = target.connect(Way.KEPT, 0)) {
            Answer answer = line.exchange(request.getBytes(ISO_8859_1));
            if (answer.status() != 200) {
                throw new ProtocolException("the server does not tell its metrics: " + answer.brief());
            }
            return new String(answer.body(), UTF_8);
        }
    }
}
