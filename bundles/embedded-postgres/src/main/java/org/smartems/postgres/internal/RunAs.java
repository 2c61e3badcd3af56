// SPDX-License-Identifier: Apache-2.0
package org.smartems.postgres.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Under which user the programs run: PostgreSQL refuses to run as root.
 *
 * <p>The prefix replaces itself by the program, so that the process started is the server. It asks the kernel to
 * interrupt the server when the thread that started it ends, hence also when this process is killed.
 *
 * @param description for the log
 * @param prefix the words before the program
 * @param owner to whom the data must belong
 */
record RunAs(String description, List<String> prefix, UserPrincipal owner) {

    private static final Logger LOG = LoggerFactory.getLogger(RunAs.class);
    private static final List<String> USERS = List.of("smartems", "postgres");
    private static final List<String> DEATH_SIGNAL = List.of("setpriv", "--pdeathsig", "INT", "--");

    /** Takes the first way in which the programs really run. */
    static RunAs choose(String user, Path directory, Path bin) throws IOException, InterruptedException, StartFailure {
        UserPrincipal self = Files.getOwner(Path.of("/proc/self"));
        List<RunAs> candidates = isRoot() ? forRoot(user, self) : forUser(self);
        List<String> troubles = new ArrayList<>();
        for (RunAs candidate : candidates) {
            String trouble = candidate.trouble(directory, bin);
            if (trouble.isEmpty()) {
                LOG.info("PostgreSQL runs {} {}", candidate.description(), troubles);
                return candidate;
            }
            troubles.add("not " + candidate.description() + ": " + trouble);
        }
        throw StartFailure.passing(
                "there is no unprivileged user who can run PostgreSQL",
                "make a user who can reach " + directory + ", named smartems or as configured by runAs; " + troubles);
    }

    static boolean isRoot() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .anyMatch(line -> line.startsWith("Uid:") && line.split("\\s+")[2].equals("0"));
    }

    private static List<RunAs> forUser(UserPrincipal self) {
        return List.of(
                new RunAs("as " + self.getName(), DEATH_SIGNAL, self),
                new RunAs("as " + self.getName() + ", without death signal", List.of(), self));
    }

    /** A user who was configured but does not fit is an error, not a reason to take a weaker way. */
    private static List<RunAs> forRoot(String user, UserPrincipal self) throws IOException, InterruptedException {
        List<RunAs> candidates = new ArrayList<>();
        for (String name : user.isEmpty() ? USERS : List.of(user)) {
            if (Exec.run(List.of("id", "-u", name)).code() == 0) {
                candidates.add(other(name));
            }
        }
        if (user.isEmpty()) {
            candidates.add(inNamespace(self));
        }
        return candidates;
    }

    private static RunAs other(String user) throws IOException, InterruptedException {
        String group = Exec.run(List.of("id", "-g", user)).output();
        List<String> prefix = new ArrayList<>(List.of("setpriv", "--reuid", user, "--regid", group));
        prefix.addAll(List.of("--clear-groups", "--no-new-privs", "--pdeathsig", "INT", "--"));
        UserPrincipal owner =
                Path.of("/").getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user);
        return new RunAs("as user " + user, prefix, owner);
    }

    /** No capability and no identity inside, but still root's files outside. */
    static RunAs inNamespace(UserPrincipal self) {
        List<String> prefix = new ArrayList<>(List.of("unshare", "-U"));
        prefix.addAll(DEATH_SIGNAL);
        return new RunAs("in a user namespace", prefix, self);
    }

    private String trouble(Path directory, Path bin) throws InterruptedException {
        try {
            if (Exec.run(command(List.of("test", "-x", directory.toString()))).code() != 0) {
                return "the directory " + directory + " is out of reach";
            }
            Exec.Result version =
                    Exec.run(command(List.of(bin.resolve("postgres").toString(), "--version")));
            return version.code() == 0 ? "" : version.output();
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    List<String> command(List<String> program) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(program);
        return command;
    }

    /** Hands over a tree that belongs to somebody else, as after a change of the user. */
    void own(Path tree) throws IOException {
        if (!Files.getOwner(tree).equals(owner)) {
            Trees.own(tree, owner);
        }
    }
}
