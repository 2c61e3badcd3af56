// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smartems.twig.cases.Outcome;
import org.smartems.twig.cases.RandomTemplates;
import org.smartems.twig.cases.TwigCase;
import org.smartems.twig.cases.TwigCases;

/** PHP's Twig judges our engine: by the cases that come along, and by random templates. */
class TwigOracle {

    private static final int RANDOM_TEMPLATES = 3000;
    private static final long SEED = 42;

    @TempDir
    private Path directory;

    private Path script;

    @BeforeEach
    void copyScript() throws IOException {
        script = directory.resolve("render.php");
        try (InputStream stream = TwigCases.class.getResourceAsStream("/php/render.php")) {
            Files.copy(stream, script);
        }
    }

    @Test
    void phpMakesOfTheCasesWhatWasRecorded() throws IOException {
        for (String file : TwigCases.files()) {
            String recorded = TwigCases.text(file);
            assertThat(php(recorded).stripTrailing()).as(file).isEqualTo(recorded.stripTrailing());
        }
    }

    @Test
    void rendersRandomTemplatesAsPhpDoes() {
        List<String> different = new ArrayList<>();
        List<TwigCase> cases = TwigCases.read("random", php(randomCases()));
        for (TwigCase twigCase : cases) {
            Outcome outcome = Outcome.of(twigCase);
            if (!twigCase.agreesButForMessages(outcome)) {
                different.add(twigCase + "\n ours: " + outcome);
            }
        }
        assertThat(cases).hasSize(RANDOM_TEMPLATES);
        assertThat(different).isEmpty();
    }

    private static String randomCases() {
        RandomTemplates templates = new RandomTemplates(SEED);
        StringBuilder cases = new StringBuilder("$ " + RandomTemplates.VARIABLES + "\n");
        String[] options = {"", "o strict=false\n", "o strict=false autoescape=html\n", "o autoescape=html\n"};
        for (int i = 0; i < RANDOM_TEMPLATES; i++) {
            cases.append('\n').append(options[i % options.length]).append(RandomTemplates.others());
            cases.append("> ").append(templates.next().replace("\n", "\n> ")).append('\n');
        }
        return cases.toString();
    }

    private String php(String cases) {
        return Command.feed(cases, "php", script.toString()).requireSuccess().output();
    }
}
