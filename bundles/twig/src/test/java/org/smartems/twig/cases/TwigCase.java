// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.cases;

import java.util.Map;

/**
 * A template with variables and what has to come out.
 *
 * @param place file and line
 * @param templates by name; the one to render is {@code main}
 * @param variables of the rendering
 * @param options such as {@code strict} and {@code autoescape}
 * @param newer whether it shows what PHP's Twig 3.5 does not know yet
 * @param expected what is written; null when it fails
 * @param error {@code syntax 3 message} or {@code runtime 3 message}; null when it does not fail
 * @param other what our engine says of the error where it differs on purpose; else null
 */
public record TwigCase(
        String place,
        Map<String, String> templates,
        Map<String, Object> variables,
        Map<String, String> options,
        boolean newer,
        String expected,
        String error,
        String other) {

    /**
     * The template to render.
     *
     * @return its text
     */
    public String template() {
        return templates.get("main");
    }

    /**
     * Whether our engine makes of it what it should: the text, or kind, line and message of the error.
     *
     * @param outcome of our engine
     * @return false when anything differs that is not meant to
     */
    public boolean agreesWith(Outcome outcome) {
        if (error == null) {
            return expected.equals(outcome.output());
        }
        return (other == null ? error : other).equals(outcome.error());
    }

    /**
     * Whether the text is the same, or kind and line of the error. Of its own errors, below the template, PHP does not
     * know the line, or only the line of what has called a macro, and within {@code embed} it takes one for another.
     *
     * @param outcome of our engine
     * @return false also when only one of the two fails
     */
    public boolean agreesButForMessages(Outcome outcome) {
        if (error == null || outcome.error() == null) {
            return agreesWith(outcome);
        }
        String[] php = error.split(" ", 3);
        String[] ours = outcome.error().split(" ", 3);
        boolean below = php[1].equals("0")
                || error.contains("An exception has been thrown")
                || template().contains(" embed ");
        return php[0].equals(ours[0]) && (below || php[1].equals(ours[1]));
    }
}
