// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.outage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Some hundred devices in one process of curl. Each calls over a connection of its own, with a full handshake. */
final class Curl {

    /** It takes no more at once. */
    static final int MOST = 300;

    private static final int PATIENCE_SECONDS = 60;
    private static final List<String> WORDS = List.of(
            "curl",
            "--no-progress-meter",
            "--parallel",
            "--parallel-immediate",
            "--parallel-max",
            Integer.toString(MOST),
            "--config",
            "-");

    private Curl() {}

    /**
     * How a call has ended.
     *
     * @param number of the caller
     * @param status of the last answer; 0 when the line was cut or the time was up
     * @param retryAfter seconds, or empty
     */
    record Answer(int number, int status, String retryAfter) {

        private static final Pattern LINE = Pattern.compile("(\\d+) (\\d+) (\\d+) (\\d*)");

        /** A line of {@link Curl#config}; empty when it is something else. */
        static Optional<Answer> of(String line) {
            Matcher words = LINE.matcher(line);
            if (!words.matches()) {
                return Optional.empty();
            }
            int status = words.group(2).equals("0") ? Integer.parseInt(words.group(3)) : 0;
            return Optional.of(new Answer(Integer.parseInt(words.group(1)), status, words.group(4)));
        }
    }

    /**
     * Lets them call. Returns as soon as all are told to the process.
     *
     * @param wrapper words before those of curl
     * @param numbers of the callers
     * @param callers all that there are
     * @param lines is told of each answer ({@link Answer#of}) and of each failure, by a thread for this process
     */
    static Process start(List<String> wrapper, List<Integer> numbers, List<Caller> callers, Consumer<String> lines)
            throws IOException {
        List<String> words = new ArrayList<>(wrapper);
        words.addAll(WORDS);
        Process process = new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Thread reader = new Thread(() -> read(process, lines), "curl");
        reader.setDaemon(true);
        reader.start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(numbers.stream()
                    .map(number -> config(number, callers.get(number)))
                    .collect(Collectors.joining("next\n"))
                    .getBytes(UTF_8));
        }
        return process;
    }

    private static void read(Process process, Consumer<String> lines) {
        try {
            process.errorReader(UTF_8).lines().forEach(lines);
        } catch (UncheckedIOException ended) {
            // the process was not waited for
        }
    }

    /** What it tells goes to the standard error, which it does not hold back. */
    static String config(int number, Caller caller) {
        String authentication = caller.isDigest() ? "digest" : "basic";
        return String.join(
                "\n",
                "url = " + quoted(caller.url()),
                "user = " + quoted(caller.user()),
                authentication,
                "header = " + quoted("Content-Type: " + caller.contentType()),
                "data = " + quoted(caller.body()),
                "write-out = \"%{stderr}" + number + " %{exitcode} %{http_code} %header{retry-after}\\n\"",
                "output = /dev/null",
                "max-time = " + PATIENCE_SECONDS,
                "silent",
                "insecure",
                "no-sessionid",
                "");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
