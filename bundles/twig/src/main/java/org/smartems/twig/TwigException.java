// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig;

/** A template that cannot be compiled or rendered. The message is for its author and names template and line. */
public class TwigException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String rawMessage;
    private final String template;
    private final int line;
    private final boolean syntax;

    TwigException(String rawMessage, String template, int line, boolean syntax, Throwable cause) {
        super(message(rawMessage, template, line), cause);
        this.rawMessage = rawMessage;
        this.template = template;
        this.line = line;
        this.syntax = syntax;
    }

    /**
     * What is wrong, without the place.
     *
     * @return a sentence
     */
    public String rawMessage() {
        return rawMessage;
    }

    /**
     * Where it is.
     *
     * @return the name of the template
     */
    public String template() {
        return template;
    }

    /**
     * Where it is.
     *
     * @return counted from 1; 0 when it belongs to no line
     */
    public int line() {
        return line;
    }

    /**
     * Whether the text is no template at all.
     *
     * @return false for what depends on the variables
     */
    public boolean isSyntax() {
        return syntax;
    }

    private static String message(String raw, String template, int line) {
        String end = raw.endsWith(".") || raw.endsWith("?") ? raw.substring(raw.length() - 1) : "";
        String start = raw.substring(0, raw.length() - end.length());
        return start + " in \"" + template + "\"" + (line > 0 ? " at line " + line : "") + end;
    }
}
