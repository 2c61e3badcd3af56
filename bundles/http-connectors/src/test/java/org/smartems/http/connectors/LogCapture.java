// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.connectors;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What is logged while something runs. */
final class LogCapture {

    /** May fail. */
    interface Action {
        void run() throws Exception;
    }

    private LogCapture() {}

    static String of(Action action) throws Exception {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            action.run();
        } finally {
            System.setErr(before);
        }
        return log.toString(StandardCharsets.UTF_8);
    }
}
