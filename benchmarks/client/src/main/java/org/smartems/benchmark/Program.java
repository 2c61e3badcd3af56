// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What every benchmark does as a program: where it prints, and how it ends. */
public final class Program {

    /** Figures. */
    public static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);

    /** Progress and failures. */
    public static final PrintStream ERR = new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8);

    private Program() {}

    /** One benchmark. */
    @FunctionalInterface
    public interface Body {

        /**
         * Measures.
         *
         * @param options of the command line
         * @return whether everything was as expected, so that the figures mean something
         * @throws Exception when it cannot go on; its message is printed
         */
        boolean run(Options options) throws Exception;
    }

    /**
     * Runs a benchmark and ends the process: with 0; with 1 when something was not as expected or failed; with 2 for
     * wrong words.
     *
     * @param words of the command line
     * @param body the benchmark
     */
    public static void run(String[] words, Body body) {
        System.exit(status(words, body));
    }

    /**
     * What is told of every run.
     *
     * @param options with {@code --commit}
     * @return to be added to
     */
    public static Map<String, Object> settings(Options options) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        settings.put("commit", options.text("commit"));
        return settings;
    }

    /**
     * What stands above a table.
     *
     * @param title of it
     * @param settings of the run
     * @param machine it was made on
     * @return lines with an empty one at each end
     */
    public static String head(String title, Map<String, Object> settings, Machine machine) {
        Table table = new Table("\n" + title);
        settings.forEach((name, value) -> table.row(String.format(Locale.ROOT, "  %-9s %s", name, value)));
        table.row(String.format(Locale.ROOT, "  %-9s %s", "machine", machine.words()));
        return table + "\n";
    }

    private static int status(String[] words, Body body) {
        try {
            return body.run(new Options(words)) ? 0 : 1;
        } catch (IllegalArgumentException e) {
            ERR.println(e.getMessage());
            return 2;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        } catch (IOException e) {
            ERR.println("the benchmark failed: " + e.getMessage());
            return 1;
        } catch (Exception | AssertionError e) {
            ERR.println("the benchmark failed: " + e);
            return 1;
        }
    }
}
