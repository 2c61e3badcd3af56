// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of all calls in the reference is made of the contract files. */
class OverviewTest {

    private static final Path REFERENCE = Path.of("../../docs/reference/rest.md");
    private static final String HEADING = "## All calls\n";
    private static final List<String> STANDARD =
            List.of("list", "create", "get", "edit", "delete", "duplicate", "exportCsv", "exportExcel");

    @Test
    void theReferenceNamesEveryCall() throws IOException {
        String reference = Files.readString(REFERENCE);
        Path made = Files.writeString(
                Files.createDirectories(Path.of("target")).resolve("rest-calls.md"), HEADING + "\n" + table());
        assertThat(reference)
                .as("%s has to have the part in %s", REFERENCE, made)
                .contains(HEADING + "\n" + table());
    }

    private static String table() {
        StringBuilder table = new StringBuilder(
                """
                Administrators may call all of them, SMART EMS users those in **bold**.

                | Path | Same calls as every list | Further calls below the path |
                |---|---|---|
                """);
        for (Contract contract : Contract.all()) {
            List<String> standard = new ArrayList<>();
            List<String> further = new ArrayList<>();
            for (JsonNode operation : contract.operations()) {
                if (!operation.has("needs")) {
                    boolean known = STANDARD.contains(operation.path("name").textValue())
                            && !operation.path("path").textValue().isEmpty();
                    (known ? standard : further).add(call(operation, known));
                }
            }
            table.append("| `/").append(contract.resource()).append("` | ");
            table.append(String.join(", ", standard)).append(" | ");
            table.append(String.join(", ", further)).append(" |\n");
        }
        return table.toString();
    }

    private static String call(JsonNode operation, boolean known) {
        String path = operation.path("path").textValue();
        String request = operation.path("method").textValue() + (path.isEmpty() ? "" : " " + path);
        String text = known ? standardName(operation.path("name").textValue()) : "`" + request + "`";
        return Persona.SMARTEMS.isIn(operation.path("roles")) ? "**" + text + "**" : text;
    }

    private static String standardName(String name) {
        return switch (name) {
            case "exportCsv" -> "CSV";
            case "exportExcel" -> "Excel";
            default -> name;
        };
    }

    @Test
    void everyResourceHasARow() {
        assertThat(table().lines().filter(line -> line.startsWith("| `/")).collect(Collectors.toList()))
                .hasSameSizeAs(Contract.all());
    }
}
