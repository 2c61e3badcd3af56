// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.smartems.twig.TwigEngine;
import org.smartems.twig.TwigException;

/**
 * What this engine makes of a case.
 *
 * @param output what is written; null when it fails
 * @param error {@code syntax 3 message} or {@code runtime 3 message}; null when it does not fail
 */
public record Outcome(String output, String error) {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-29T13:14:15.123456Z"), ZoneOffset.UTC);

    /**
     * Renders a case.
     *
     * @param twigCase any
     * @return what came out
     */
    public static Outcome of(TwigCase twigCase) {
        TwigEngine.Builder builder = TwigEngine.builder()
                .strictVariables(!"false".equals(twigCase.options().get("strict")))
                .clock(CLOCK)
                .loader(name -> Optional.ofNullable(twigCase.templates().get(name)));
        if (twigCase.options().containsKey("autoescape")) {
            builder.autoescape(twigCase.options().get("autoescape"));
        }
        try {
            return new Outcome(
                    builder.build().compile("main", twigCase.template()).render(twigCase.variables()), null);
        } catch (TwigException e) {
            String kind = e.isSyntax() ? "syntax" : "runtime";
            return new Outcome(null, kind + " " + e.line() + " " + e.rawMessage());
        }
    }
}
