// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smartems.twig.cases.Outcome;
import org.smartems.twig.cases.TwigCase;
import org.smartems.twig.cases.TwigCases;

/** What PHP's Twig makes of the cases, recorded, is what this engine makes of them. */
class CasesTest {

    static List<String> files() {
        return TwigCases.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void rendersWhatPhpRenders(String file) throws IOException {
        List<String> different = new ArrayList<>();
        for (TwigCase twigCase : TwigCases.read(file, TwigCases.text(file))) {
            Outcome outcome = Outcome.of(twigCase);
            if (!twigCase.agreesWith(outcome)) {
                different.add(twigCase.place() + ": " + twigCase.template() + "\n expected " + shown(twigCase)
                        + "\n      got " + (outcome.output() == null ? "! " + outcome.error() : outcome.output()));
            }
        }
        assertThat(different).isEmpty();
    }

    private static String shown(TwigCase twigCase) {
        return twigCase.expected() == null ? "! " + twigCase.error() : twigCase.expected();
    }
}
