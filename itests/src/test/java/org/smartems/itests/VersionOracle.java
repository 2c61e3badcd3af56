// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.smartems.firmware.semantic.internal.NormalForm;
import org.smartems.firmware.semantic.internal.VersionOrder;

/** PHP judges the order of firmware versions: every pair of a few hundred random ones. */
class VersionOracle {

    private static final int VERSIONS = 300;
    private static final long SEED = 7;
    private static final String SCRIPT = "$v = array_filter(explode(\"\\n\", stream_get_contents(STDIN)), 'strlen');"
            + "foreach ($v as $a) { foreach ($v as $b) { echo version_compare($a, $b), ' '; } echo \"\\n\"; }";
    private static final String[] STAGES = {
        "dev", "alpha", "a", "beta", "b", "RC", "rc", "stable", "patch", "pl", "p", "BETA", "A", "P", "Alpha"
    };
    private static final String[] SEPARATORS = {"", "", "-", "_", "."};

    private final Random random = new Random(SEED);

    @Test
    void ordersVersionsAsPhpDoes() {
        List<String> versions = versions();
        String[] rows = Command.feed(String.join("\n", versions), "php", "-r", SCRIPT)
                .requireSuccess()
                .output()
                .split("\n");
        assertThat(rows).hasSize(VERSIONS);
        List<String> different = new ArrayList<>();
        for (int i = 0; i < VERSIONS; i++) {
            String[] orders = rows[i].trim().split(" ");
            assertThat(orders).hasSize(VERSIONS);
            for (int j = 0; j < VERSIONS; j++) {
                int ours = Integer.signum(VersionOrder.compare(versions.get(i), versions.get(j)));
                if (ours != Integer.parseInt(orders[j])) {
                    different.add(versions.get(i) + " and " + versions.get(j) + ": " + ours + ", not " + orders[j]);
                }
            }
        }
        assertThat(different).isEmpty();
    }

    /** Different ones in their normal form. */
    private List<String> versions() {
        Set<String> versions = new LinkedHashSet<>();
        while (versions.size() < VERSIONS) {
            Optional<String> version = NormalForm.of(random.nextInt(10) == 0 ? date() + stage() : numbers() + stage());
            versions.add(version.orElseThrow());
        }
        return List.copyOf(versions);
    }

    private String numbers() {
        StringBuilder numbers = new StringBuilder(random.nextBoolean() ? "v" : "").append(number());
        for (int more = random.nextInt(4); more > 0; more--) {
            numbers.append('.').append(number());
        }
        return numbers.toString();
    }

    private String number() {
        return random.nextInt(6) == 0 ? "0" + random.nextInt(12) : String.valueOf(random.nextInt(3));
    }

    private String date() {
        return "202" + random.nextInt(3) + "-0" + (1 + random.nextInt(2)) + "-1" + random.nextInt(2);
    }

    private String stage() {
        if (random.nextInt(4) == 0) {
            return "";
        }
        String stage = separator() + STAGES[random.nextInt(STAGES.length)];
        for (int numbers = random.nextInt(3); numbers > 0 && !stage.endsWith("dev"); numbers--) {
            stage += (Character.isDigit(stage.charAt(stage.length() - 1)) ? "." : "") + number();
        }
        return random.nextInt(6) == 0 && !stage.endsWith("dev") ? stage + "-dev" : stage;
    }

    private String separator() {
        return SEPARATORS[random.nextInt(SEPARATORS.length)];
    }
}
