// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What clients rely on in one resource, as its file in {@code contract} says; the README beside it tells what the
 * members mean.
 *
 * @param file name without the ending
 * @param json all of it
 */
record Contract(String file, JsonNode json) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Contract> all() {
        try (Stream<Path> files = Files.list(directory())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .sorted()
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .map(name -> new Contract(name, read(name)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode shared(String name) {
        return read("shared/" + name);
    }

    private static JsonNode read(String name) {
        try {
            return JSON.readTree(directory().resolve(name + ".json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static Path directory() {
        try {
            return Path.of(Contract.class.getResource("/contract").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    String resource() {
        return json.path("resource").textValue();
    }

    List<JsonNode> operations() {
        return list(json.path("operations"));
    }

    Optional<JsonNode> operation(String name) {
        return operations().stream().filter(named(name)).findFirst();
    }

    List<JsonNode> fields() {
        return list(json.path("fields"));
    }

    Optional<JsonNode> field(String name) {
        return fields().stream().filter(named(name)).findFirst();
    }

    /** The names of the bodies that are made of fields. */
    Set<String> bodies() {
        Set<String> bodies = new TreeSet<>();
        fields().forEach(field -> field.path("in").fieldNames().forEachRemaining(bodies::add));
        return bodies;
    }

    private static Predicate<JsonNode> named(String name) {
        return node -> node.path("name").textValue().equals(name);
    }

    static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    static List<String> texts(JsonNode array) {
        return list(array).stream().map(JsonNode::textValue).toList();
    }

    static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Override
    public String toString() {
        return file;
    }
}
