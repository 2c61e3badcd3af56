// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.value;

/** What stops a template: an error of its author or a passed limit. It gets its place on the way up. */
public final class Fault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Whatever a message repeats of a template: nobody reads more. */
    private static final int LONGEST = 1000;

    private final boolean syntax;
    private final boolean missingTemplate;
    private String template;
    private int line;

    private Fault(String message, int line, boolean syntax, boolean missingTemplate) {
        super(message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message, null, false, false);
        this.line = line;
        this.syntax = syntax;
        this.missingTemplate = missingTemplate;
    }

    /**
     * A fault of a running template; whoever runs it adds the place.
     *
     * @param message a sentence, with its full stop
     * @return to throw
     */
    public static Fault of(String message) {
        return new Fault(message, 0, false, false);
    }

    /**
     * Calls or values that need more stack than there is.
     *
     * @return to throw
     */
    public static Fault tooDeep() {
        return of("Macros, blocks, templates or values are nested too deeply.");
    }

    /**
     * A fault of PHP itself below the template.
     *
     * @param message what PHP says
     * @return to throw
     */
    public static Fault thrown(String message) {
        return of("An exception has been thrown during the rendering of a template (\"" + message + "\").");
    }

    /**
     * A text that is no template.
     *
     * @param message a sentence, with its full stop
     * @param line counted from 1
     * @return to throw
     */
    public static Fault syntax(String message, int line) {
        return new Fault(message, line, true, false);
    }

    /**
     * A template that the loader does not have.
     *
     * @param message a sentence, with its full stop
     * @return to throw
     */
    public static Fault missingTemplate(String message) {
        return new Fault(message, 0, false, true);
    }

    /**
     * Adds the place unless a closer one is known.
     *
     * @param name of the template
     * @param number counted from 1
     * @return itself
     */
    public Fault at(String name, int number) {
        if (template == null) {
            template = name;
        }
        if (line <= 0 && number > 0) {
            line = number;
        }
        return this;
    }

    /**
     * Adds the line unless one is known.
     *
     * @param number counted from 1
     * @return itself
     */
    public Fault at(int number) {
        if (line <= 0) {
            line = number;
        }
        return this;
    }

    /**
     * Where it is.
     *
     * @return null when not known
     */
    public String template() {
        return template;
    }

    /**
     * Where it is.
     *
     * @return 0 when not known
     */
    public int line() {
        return line;
    }

    /**
     * Whether the text is no template.
     *
     * @return false for what happens while it runs
     */
    public boolean isSyntax() {
        return syntax;
    }

    /**
     * Whether a template was not found, which some constructs ignore.
     *
     * @return true then
     */
    public boolean isMissingTemplate() {
        return missingTemplate;
    }
}
