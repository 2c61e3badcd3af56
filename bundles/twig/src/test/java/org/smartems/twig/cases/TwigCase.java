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
 */
public record TwigCase(
        String place,
        Map<String, String> templates,
        Map<String, Object> variables,
        Map<String, String> options,
        boolean newer,
        String expected,
        String error) {

    /**
     * The template to render.
     *
     * @return its text
     */
    public String template() {
        return templates.get("main");
    }

    /**
     * Whether what came out of another renderer is the same: the text, or the kind of the error.
     *
     * @param other what came out
     * @return false when one fails and the other does not
     */
    public boolean agreesWith(Outcome other) {
        if (error == null) {
            return expected.equals(other.output());
        }
        return other.error() != null && error.split(" ")[0].equals(other.error().split(" ")[0]);
    }
}
