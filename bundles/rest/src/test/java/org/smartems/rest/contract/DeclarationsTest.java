// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every declared resource is what clients rely on. What differs of resources that are not yet held to it is in
 * {@code target/contract-differences.txt}.
 */
class DeclarationsTest {

    /** Resources that agree with their contracts; once one is in here, it stays. */
    private static final Set<String> AGREED = Set.of(
            "accesstag",
            "auditlogchange",
            "communicationlog",
            "config",
            "configlog",
            "configuration-general",
            "configuration-logs",
            "deviceauthentication",
            "device",
            "devicecommand",
            "devicefailedloginattempt",
            "devicetype",
            "diagnoselog",
            "firmware",
            "label",
            "maintenance",
            "options",
            "template",
            "templateversion",
            "user",
            "userloginattempt",
            "usertable");

    private static final Declarations DECLARATIONS = Declarations.onClassPath();

    static List<Contract> agreed() {
        return Contract.all().stream()
                .filter(contract -> AGREED.contains(contract.file()))
                .toList();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("agreed")
    void agreesWithItsContract(Contract contract) {
        assertThat(Comparison.of(contract, DECLARATIONS)).isEmpty();
    }

    @Test
    void tellsWhatDiffersOfTheOthers() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Contract contract : Contract.all()) {
            List<String> differences = DECLARATIONS.has(contract.resource())
                    ? Comparison.of(contract, DECLARATIONS)
                    : List.of("not declared");
            lines.add(contract.file() + (differences.isEmpty() ? ": agrees" : ":"));
            differences.forEach(difference -> lines.add("  " + difference));
        }
        Path report =
                Files.write(Files.createDirectories(Path.of("target")).resolve("contract-differences.txt"), lines);
        assertThat(report).isNotEmptyFile();
        assertThat(DECLARATIONS.resources()).allSatisfy(resource -> assertThat(Contract.all())
                .extracting(Contract::resource)
                .contains(resource.name()));
    }
}
