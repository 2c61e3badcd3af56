// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that was run to its end. A missing program fails the test, it never skips it. */
record Command(List<String> words, int status, String output) {

    static Command run(String... words) {
        return feed("", words);
    }

    /** Runs a program that reads the given text. */
    static Command feed(String input, String... words) {
        try {
            return start(input, words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Command start(String input, String... words) throws IOException, InterruptedException {
        Path in = Files.createTempFile("command", ".in");
        Path out = Files.createTempFile("command", ".out");
        try {
            Files.writeString(in, input);
            Process process = new ProcessBuilder(words)
                    .redirectInput(in.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            if (!process.waitFor(Await.LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("does not end: " + String.join(" ", words));
            }
            String output = new String(Files.readAllBytes(out), StandardCharsets.UTF_8);
            return new Command(List.of(words), process.exitValue(), output);
        } finally {
            Files.delete(in);
            Files.delete(out);
        }
    }

    Command requireSuccess() {
        if (status != 0) {
            throw new AssertionError(String.join(" ", words) + " ended with " + status + ": " + output);
        }
        return this;
    }
}
