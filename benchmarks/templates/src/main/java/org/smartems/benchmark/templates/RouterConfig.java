// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.templates;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.smartems.twig.cases.TwigCase;
import org.smartems.twig.cases.TwigCases;

/** The router config that all engines render: 512 lines with 64 variables, the first case of the file "router". */
final class RouterConfig {

    private static final TwigCase CASE = read();

    private RouterConfig() {}

    static String twig() {
        return CASE.template();
    }

    static Map<String, Object> variables() {
        return CASE.variables();
    }

    /** What PHP's Twig rendered when the case was recorded. */
    static String expected() {
        return CASE.expected();
    }

    /** The same in Velocity, but for what it has no means for: dates, sorting, padding, upper case of words. */
    static String velocity() {
        try (InputStream stream = RouterConfig.class.getResourceAsStream("/router.vm")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TwigCase read() {
        try {
            return TwigCases.read("router", TwigCases.text("router")).get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
