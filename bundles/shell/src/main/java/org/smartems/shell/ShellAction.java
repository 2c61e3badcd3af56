// SPDX-License-Identifier: Apache-2.0
package org.smartems.shell;

import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.osgi.framework.BundleContext;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.ValidationException;
import org.smartems.platform.audit.Author;

/** A command; it is made anew for each call. */
public abstract class ShellAction implements Action {

    /** Who does what commands do. */
    protected static final Author AUTHOR = Author.system("shell");

    /** Looks services up. */
    @Reference
    protected BundleContext context;

    /** Of the one who gives the command. */
    @Reference
    protected Session session;

    /** Makes a command. */
    protected ShellAction() {}

    /** Tells what is wrong with which field, where the exception only says that something is. */
    @Override
    public final Object execute() {
        try {
            run();
            return null;
        } catch (ValidationException e) {
            throw new IllegalArgumentException(
                    e.errors().stream().map(ShellAction::text).collect(Collectors.joining("; ")), e);
        }
    }

    /** Does what is commanded; what it throws is printed as one line and the command fails. */
    protected abstract void run();

    /**
     * Lets a service do something.
     *
     * @param type of the service
     * @param work done by it
     * @param <S> the service
     * @param <T> what comes of it
     * @return what the work returned
     * @throws IllegalStateException when the service is not there
     */
    protected final <S, T> T use(Class<S> type, Function<S, T> work) {
        return Services.use(context, type, work);
    }

    /**
     * Prints a line.
     *
     * @param line without control characters that people or devices have put in
     */
    protected final void print(String line) {
        session.getConsole().println(line);
    }

    private static String text(FieldError error) {
        String parameters = error.parameters().isEmpty() ? "" : " " + error.parameters();
        return (error.path().isEmpty() ? "" : error.path() + ": ") + error.message() + parameters;
    }
}
