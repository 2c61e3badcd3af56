// SPDX-License-Identifier: Apache-2.0
package org.smartems.postgres.internal;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another Java process, to be killed. */
final class Child {

    private Child() {}

    static Process start(Class<?> main, String... arguments) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>();
        command.addAll(List.of(java, "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    static String line(Process process) throws IOException {
        BufferedReader reader = process.inputReader();
        return reader.readLine();
    }

    private static void tell(Object line) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        out.println(line);
    }

    /** Launches a server and tells its process. */
    static final class Launch {

        private Launch() {}

        public static void main(String[] arguments) throws Exception {
            Settings settings =
                    new Settings(Path.of(arguments[0]), Integer.parseInt(arguments[1]), 20, "", Servers.binaries());
            tell(Servers.started(settings).pid());
            System.in.read();
        }
    }

    /** Holds a lock until its input ends. */
    static final class Hold {

        private Hold() {}

        public static void main(String[] arguments) throws Exception {
            DirectoryLock lock = new DirectoryLock();
            try {
                lock.take(Path.of(arguments[0]));
            } catch (StartFailure e) {
                tell("refused");
                return;
            }
            tell("held");
            System.in.read();
            lock.release();
        }
    }
}
