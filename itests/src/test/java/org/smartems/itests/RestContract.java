// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What clients rely on in a resource; the README beside the files tells what their members mean. */
record RestContract(String name, JsonNode json) {

    private static final Path FILES = Path.of("../bundles/rest/src/test/resources/contract");
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Nothing has this id. */
    private static final String NOBODY = "999999999";

    /**
     * One request.
     *
     * @param resource the whole contract
     * @param operation what the contract says of it
     * @param method of the request
     * @param path below the API's root, with ids that nothing has
     */
    record Call(JsonNode resource, JsonNode operation, String method, String path) {

        boolean isAllowed(String role) {
            return texts(operation.path("roles")).contains(role);
        }

        /** Whether somebody may make any call of the resource. */
        boolean isResourceAllowed(String role) {
            return texts(resource.path("roles")).contains(role);
        }

        /** Names something in its path. */
        boolean isAboutOne() {
            return operation.path("path").textValue().contains("{");
        }

        /** Names something in its path that is no row of the resource. */
        boolean isAboutOthers() {
            return isAboutOne() && !operation.path("path").textValue().contains("{id}");
        }

        String answer() {
            return operation.path("answer").asText("");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static List<RestContract> all() {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(RestContract::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RestContract read(Path file) {
        try {
            return new RestContract(file.getFileName().toString().replace(".json", ""), JSON.readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that needs no feature that is missing. */
    List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        for (JsonNode operation : json.path("operations")) {
            if (!operation.has("needs")) {
                String path = json.path("resource").textValue()
                        + operation.path("path").textValue().replaceAll("\\{[^}]*}", NOBODY);
                calls.add(new Call(json, operation, operation.path("method").textValue(), path));
                if (operation.path("twin").booleanValue()) {
                    calls.add(new Call(json, operation, "POST", path));
                }
            }
        }
        return calls;
    }

    /** The members of a row that somebody sees; an id is always there. */
    List<String> seenBy(String role) {
        Stream<String> names = StreamSupport.stream(json.path("fields").spliterator(), false)
                .filter(field -> texts(field.path("out")).contains(role))
                .map(field -> field.path("name").textValue());
        return Stream.concat(Stream.of("id"), names).toList();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
