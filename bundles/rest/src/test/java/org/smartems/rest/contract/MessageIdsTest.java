// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The ids of messages are those of the contract files, also where a service makes them and no declaration tells of
 * them. They are looked for in the texts of the sources: whole, without {@code validation.}, or put together of parts.
 */
class MessageIdsTest {

    private static final String PREFIX = "validation.";
    private static final int PARTS = 5;
    private static final Pattern ID = Pattern.compile("(validation|batch)(\\.[A-Za-z0-9]+)+");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern ADDING = Pattern.compile("[vV]iolations\\s*\\.(add|require|of)\\(");
    /** Only a disk that fails makes them. */
    private static final Set<String> NOT_IN_TESTS = Set.of("validation.tusFileNotReadable");

    private static final List<String> MAIN = sources(
            "platform/src/main", "fleet/src/main", "persistence/src/main/java/org/smartems/resource", "rest/src/main");
    private static final Set<String> LITERALS = MAIN.stream()
            .flatMap(source -> LITERAL.matcher(source).results())
            .map(match -> match.group(1))
            .collect(Collectors.toSet());
    private static final String TESTS = String.join(
            "\n",
            sources(
                    "platform/src/test",
                    "fleet/src/test",
                    "persistence/src/test",
                    "rest/src/test/java",
                    "../itests/src/test"));

    private final Set<String> listed = new TreeSet<>();
    private final Set<String> now = new TreeSet<>();

    MessageIdsTest() {
        Contract.all().forEach(contract -> collect(contract.json(), false));
        collect(Contract.shared("common"), false);
        collect(Contract.shared("messages"), false);
    }

    private static List<String> sources(String... folders) {
        return Stream.of(folders)
                .flatMap(folder -> sources(Path.of("..", folder)))
                .toList();
    }

    private static Stream<String> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".java") && !file.endsWith("MessageIdsTest.java"))
                    .map(MessageIdsTest::read)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void collect(JsonNode node, boolean later) {
        boolean waits = later || node.has("needs");
        String id = node.path("id").asText("");
        if (ID.matcher(id).matches()) {
            listed.add(id);
            if (!waits) {
                now.add(id);
            }
        }
        node.forEach(member -> collect(member, waits));
    }

    @Test
    void everyIdThatIsMadeIsListed() {
        Set<String> made = new TreeSet<>(LITERALS);
        made.removeIf(literal -> !ID.matcher(literal).matches() || isBeginning(literal));
        MAIN.stream()
                .flatMap(source -> Stream.of(source.split(";")))
                .filter(statement -> ADDING.matcher(statement).find() && !statement.contains("FieldError"))
                .map(MessageIdsTest::lastText)
                .filter(MessageIdsTest::isWhole)
                .forEach(made::add);
        assertThat(made).hasSizeGreaterThan(50).allSatisfy(id -> assertThat(listed)
                .contains(id));
    }

    /** Of a statement that adds to violations: the id. */
    private static String lastText(String statement) {
        return LITERAL.matcher(statement)
                .results()
                .map(match -> match.group(1))
                .reduce((first, second) -> second)
                .map(text -> ID.matcher(text).matches() ? text : PREFIX + text)
                .orElse("");
    }

    /** What goes on in another text is no id of its own. */
    private static boolean isWhole(String id) {
        return ID.matcher(id).matches()
                && !isBeginning(id.substring(PREFIX.length()))
                && !isEnd(id.substring(PREFIX.length()));
    }

    private static boolean isBeginning(String literal) {
        return MAIN.stream().anyMatch(source -> source.contains("\"" + literal + "\" +"));
    }

    private static boolean isEnd(String literal) {
        Pattern end = Pattern.compile("\\+\\s*\"" + Pattern.quote(literal) + "\"");
        return MAIN.stream().anyMatch(source -> end.matcher(source).find());
    }

    @Test
    void everyListedIdIsMade() {
        assertThat(now).allSatisfy(id -> assertThat(isMade(id)).as(id).isTrue());
    }

    private static boolean isMade(String id) {
        return isComposed(id, PARTS) || id.startsWith(PREFIX) && isComposed(id.substring(PREFIX.length()), PARTS);
    }

    /** Of texts and numbers of slots. */
    private static boolean isComposed(String text, int parts) {
        if (text.isEmpty()) {
            return true;
        }
        if (parts == 0) {
            return false;
        }
        for (int end = text.length(); end > 0; end--) {
            String part = text.substring(0, end);
            boolean known = part.length() == 1
                    ? Character.isDigit(part.charAt(0)) || part.equals(".") && LITERALS.contains(".")
                    : LITERALS.contains(part);
            if (known && isComposed(text.substring(end), parts - 1)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void everyListedIdIsMadeInATest() {
        assertThat(now)
                .filteredOn(id -> !NOT_IN_TESTS.contains(id))
                .allSatisfy(id -> assertThat(isTested(id)).as(id).isTrue());
    }

    /** Of the three slots one is enough, and one of configs and firmware where both are parts by the same code. */
    private static boolean isTested(String id) {
        String text = id.startsWith(PREFIX) ? id.substring(PREFIX.length()) : id;
        String pattern = Pattern.quote(text).replaceAll("\\d", "\\\\E\\\\d\\\\Q");
        if (text.startsWith("templateVersion.firmwareInvalid")) {
            pattern = pattern.replace("firmware", "\\E(?:config|firmware)\\Q");
        }
        return Pattern.compile("(?<![\\w.])(validation\\.)?" + pattern + "(?![\\w.])")
                .matcher(TESTS)
                .find();
    }
}
