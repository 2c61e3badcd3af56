// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.smartems.twig.internal.run.Unit;

class UnitsTest {

    private final List<String> parsed = new ArrayList<>();
    private final Units units = new Units(name -> Optional.of("loaded"), this::parse);

    private Unit parse(String name, String source) {
        parsed.add(name + ": " + source.substring(0, Math.min(9, source.length())));
        return TwigEngine.builder().build().units().compiled(name, source);
    }

    @Test
    void parsesATextOnceForEachName() {
        Unit first = units.compiled("a", "x {{ 1 }}");
        assertThat(units.compiled("a", "x {{ 1 }}")).isSameAs(first);
        assertThat(units.compiled("b", "x {{ 1 }}")).isNotSameAs(first);
        units.compiled("a", "y");
        units.compiled("a", "x {{ 1 }}");
        assertThat(parsed).containsExactly("a: x {{ 1 }}", "b: x {{ 1 }}", "a: y");
    }

    @Test
    void forgetsThoseThatWereNotAskedForTheLongest() {
        String large = "z".repeat(400_000);
        units.compiled("a", "x");
        units.compiled("1", large);
        units.compiled("a", "x");
        units.compiled("2", large);
        units.compiled("3", large);
        units.compiled("a", "x");
        units.compiled("1", large);
        assertThat(parsed).containsExactly("a: x", "1: zzzzzzzzz", "2: zzzzzzzzz", "3: zzzzzzzzz", "1: zzzzzzzzz");
    }
}
