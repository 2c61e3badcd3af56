// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.smartems.twig.cases.RandomTemplates;
import org.smartems.twig.cases.TwigCase;
import org.smartems.twig.cases.TwigCases;

/** Whatever a template says, it ends, and with no exception but the engine's own. */
class FuzzTest {

    private static final int TEMPLATES = 1000;
    private static final String[] PIECES = String.join(
                    " ",
                    "{{ }} {% %} {# #} - ~ ( ) [ ] { } | . , : ? ' \" #{ \\ = => ... .. **",
                    "_ \n \0 \ud83d \udc80 \u00e9",
                    "for_ in_ if_ endif_ endfor_ set_ is_ not_ macro_ block_ matches_ x 1 1e9 upper /(a+)+$/ loop self")
            .replace("_", "\t")
            .split(" ");
    private static final Map<String, Object> VARIABLES = TwigCases.read(
                    "random", "$ " + RandomTemplates.VARIABLES + "\n> x\n")
            .get(0)
            .variables();
    private static final TwigLimits LIMITS = TwigLimits.standard()
            .withTime(Duration.ofSeconds(2))
            .withTurns(3000)
            .withOutput(20_000)
            .withElements(5000)
            .withWork(4 << 20);

    private static final TwigLoader LOADER = name -> Optional.ofNullable(RandomTemplates.OTHERS.get(name));

    private final TwigEngine strict = TwigEngine.builder()
            .strictVariables(true)
            .loader(LOADER)
            .limits(LIMITS)
            .build();
    private final TwigEngine lenient = TwigEngine.builder()
            .autoescape("html")
            .loader(LOADER)
            .limits(LIMITS)
            .build();

    @Test
    void bearsRandomTemplates() {
        RandomTemplates templates = new RandomTemplates(20260115);
        for (int i = 0; i < TEMPLATES; i++) {
            bears(templates.next());
        }
    }

    @Test
    void bearsTemplatesWithSomethingWrong() throws IOException {
        Random random = new Random(7);
        List<String> sources = sources();
        for (int i = 0; i < TEMPLATES; i++) {
            bears(damaged(sources.get(random.nextInt(sources.size())), sources, random));
        }
    }

    @Test
    void bearsNoise() {
        Random random = new Random(11);
        for (int i = 0; i < TEMPLATES; i++) {
            StringBuilder noise = new StringBuilder();
            for (int length = random.nextInt(25); length >= 0; length--) {
                noise.append(PIECES[random.nextInt(PIECES.length)]);
            }
            bears(noise.toString());
        }
    }

    private void bears(String source) {
        bears(strict, source);
        bears(lenient, source);
    }

    private static void bears(TwigEngine engine, String source) {
        try {
            String output = engine.compile("main", source).render(VARIABLES);
            assertThat(output.length()).isLessThanOrEqualTo(20_000);
        } catch (TwigException e) {
            assertThat(e.getCause()).as(source).isNull();
            assertThat(e.rawMessage()).as(source).isNotBlank();
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(source, e);
        }
    }

    private static List<String> sources() throws IOException {
        List<String> sources = new ArrayList<>();
        for (String file : TwigCases.files()) {
            for (TwigCase twigCase : TwigCases.read(file, TwigCases.text(file))) {
                if (twigCase.template().length() < 2000) {
                    sources.add(twigCase.template());
                }
            }
        }
        return sources;
    }

    private static String damaged(String source, List<String> sources, Random random) {
        StringBuilder damaged = new StringBuilder(source);
        for (int i = random.nextInt(4); i >= 0 && damaged.length() > 1; i--) {
            int at = random.nextInt(damaged.length());
            switch (random.nextInt(4)) {
                case 0 -> damaged.deleteCharAt(at);
                case 1 -> damaged.insert(at, damaged.charAt(random.nextInt(damaged.length())));
                case 2 -> damaged.setLength(at + 1);
                default -> {
                    String other = sources.get(random.nextInt(sources.size()));
                    damaged.insert(at, other, 0, Math.min(other.length(), random.nextInt(40)));
                }
            }
        }
        return damaged.toString();
    }
}
