// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smartems.resource.Field;
import org.smartems.resource.Resource;
import org.smartems.resource.Router;

/**
 * Every declared resource is what clients rely on. What differs of resources that are not yet held to it is in
 * {@code target/contract-differences.txt}.
 */
class DeclarationsTest {

    /** Resources that agree with their contracts; once one is in here, it stays. */
    private static final Set<String> AGREED = Set.of(
            "accesstag",
            "auditlogchange",
            "batchjob",
            "communicationlog",
            "config",
            "configlog",
            "configuration-documentation",
            "configuration-general",
            "configuration-logs",
            "console",
            "deviceauthentication",
            "customdatafield",
            "dashboard",
            "device",
            "devicecommand",
            "devicefailedloginattempt",
            "devicetype",
            "diagnoselog",
            "download",
            "firmware",
            "firmwarehardware",
            "firmwarerule",
            "hardware",
            "label",
            "maintenance",
            "options",
            "plugin",
            "profile",
            "status",
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

    /** So that whoever draws a form need not guess; what is only told beside a thing has no list. */
    @Test
    void everyReferenceSaysWhereItsThingsAre() {
        Set<String> lists =
                DECLARATIONS.resources().stream().map(Resource::name).collect(Collectors.toSet());
        Router router = new Router(DECLARATIONS.routesBelow("options"));
        for (Resource resource : DECLARATIONS.resources()) {
            for (Field field : inputsAndFields(resource)) {
                String name = resource.name() + "." + field.name();
                if (field.shape().isPresent() && !name.equals("auditlogchange.log")) {
                    assertThat(field.target()).as(name).isPresent();
                }
                field.target().ifPresent(target -> {
                    assertThat(target.resource())
                            .as(name)
                            .satisfiesAnyOf(list -> assertThat(list).isIn(lists), list -> assertThat(list)
                                    .isEmpty());
                    assertThat(target.choices().isEmpty()
                                    || router.find("GET", target.choices()).isPresent())
                            .as(name)
                            .isTrue();
                });
            }
        }
    }

    @Test
    void everyCallIsInAContract() {
        Set<String> known = Contract.all().stream().map(Contract::resource).collect(Collectors.toSet());
        assertThat(DECLARATIONS.allRoutes()).allSatisfy(route -> assertThat(known)
                .anyMatch(name -> route.path().equals(name) || route.path().startsWith(name + "/")));
    }

    private static List<Field> inputsAndFields(Resource resource) {
        return Stream.concat(
                        resource.shape().fields().stream(),
                        resource.routes().stream().flatMap(route -> route.inputs().stream()))
                .toList();
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
