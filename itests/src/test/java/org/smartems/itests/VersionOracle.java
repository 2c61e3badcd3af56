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

/** PHP judges the order of firmware versions, every pair of a few hundred random ones; Composer their normal form. */
class VersionOracle {

    private static final int VERSIONS = 300;
    private static final long SEED = 7;
    private static final String SCRIPT = "$v = array_filter(explode(\"\\n\", stream_get_contents(STDIN)), 'strlen');"
            + "foreach ($v as $a) { foreach ($v as $b) { echo version_compare($a, $b), ' '; } echo \"\\n\"; }";
    /** Composer takes what else ends with dev for a branch, which no firmware is. */
    private static final String COMPOSER = "require '/usr/share/php/Composer/Semver/autoload.php';"
            + " $parser = new Composer\\Semver\\VersionParser;"
            + " foreach (explode(\"\\n\", stream_get_contents(STDIN)) as $v) {"
            + " try { $n = $parser->normalize($v); } catch (UnexpectedValueException $e) { $n = ''; }"
            + " echo preg_match('/^dev-|9999999/', $n) ? '' : $n, \"\\n\"; } echo 'end';";

    private static final int WRITTEN = 20_000;
    private static final String DISTURBANCES = "v.-_+0a#:";
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

    @Test
    void bringsVersionsIntoTheFormOfComposer() {
        List<String> written = new ArrayList<>();
        for (int i = 0; i < WRITTEN; i++) {
            // dates are read a little differently by each version of Composer
            written.add(random.nextInt(5) == 0 ? date() + stage() : disturbed(numbers() + stage()));
        }
        String[] forms = Command.feed(String.join("\n", written), "php", "-r", COMPOSER)
                .requireSuccess()
                .output()
                .split("\n", -1);
        assertThat(forms).hasSize(WRITTEN + 1);
        List<String> different = new ArrayList<>();
        for (int i = 0; i < WRITTEN; i++) {
            String ours = NormalForm.of(written.get(i)).orElse("");
            if (!ours.equals(forms[i])) {
                different.add("'" + written.get(i) + "': '" + ours + "', not '" + forms[i] + "'");
            }
        }
        assertThat(different).isEmpty();
        assertThat(forms).filteredOn(String::isEmpty).hasSizeBetween(WRITTEN / 20, WRITTEN / 2);
    }

    /** Every other one has a character too many. */
    private String disturbed(String version) {
        if (random.nextBoolean()) {
            return version;
        }
        int place = random.nextInt(version.length() + 1);
        char more = DISTURBANCES.charAt(random.nextInt(DISTURBANCES.length()));
        return version.substring(0, place) + more + version.substring(place);
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
