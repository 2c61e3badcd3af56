// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smartems.resource.Field;
import org.smartems.resource.Requester;
import org.smartems.resource.Route;

/** Compares the calls of a resource with its contract. */
final class OperationComparison {

    private static final Set<String> ENGINE_DENY = Set.of("get", "edit", "delete", "duplicate");
    private static final Map<String, Set<Route.Answer>> ANSWERS = Map.of(
            "object", Set.of(Route.Answer.THING, Route.Answer.OBJECT, Route.Answer.JSON),
            "page", Set.of(Route.Answer.PAGE),
            "batch", Set.of(Route.Answer.BATCH),
            "none", Set.of(Route.Answer.NOTHING),
            "file", Set.of(Route.Answer.FILE),
            "text", Set.of(Route.Answer.JSON),
            "options", Set.of(Route.Answer.OPTIONS, Route.Answer.JSON),
            "deviceTypeOptions", Set.of(Route.Answer.OPTIONS, Route.Answer.JSON));

    private final Contract contract;
    private final Difference difference;
    private final Map<String, Route> declared = new LinkedHashMap<>();

    OperationComparison(Contract contract, List<Route> routes, Difference difference) {
        this.contract = contract;
        this.difference = difference;
        routes.forEach(route -> declared.put(request(route.method(), route.path()), route));
    }

    private static String request(String method, String path) {
        return method + " " + path.replaceAll("\\{[^}]*}", "{}");
    }

    void compare() {
        List<String> known = new ArrayList<>();
        for (JsonNode operation : contract.operations()) {
            for (String method : methods(operation)) {
                String request = request(
                        method, contract.resource() + operation.path("path").textValue());
                known.add(request);
                Route route = declared.get(request);
                if (route != null) {
                    compare(operation, route, request);
                } else if (!operation.has("needs")) {
                    difference.say(request, "missing");
                }
            }
        }
        declared.keySet().stream()
                .filter(request -> !known.contains(request))
                .forEach(request -> difference.say(request, "not in the contract"));
    }

    private static List<String> methods(JsonNode operation) {
        return operation.path("twin").booleanValue()
                ? List.of("GET", "POST")
                : List.of(operation.path("method").textValue());
    }

    private void compare(JsonNode operation, Route route, String request) {
        for (Persona persona : Persona.values()) {
            difference.same(
                    request + " by " + persona, persona.isIn(operation.path("roles")), persona.mayCall(route.access()));
        }
        String answer = operation.path("answer").textValue();
        if (answer != null && !ANSWERS.get(answer).contains(route.answer())) {
            difference.say(request, "contract answers " + answer + ", declared " + route.answer());
        }
        String deny = operation.path("deny").asText("");
        boolean standard = deny.isEmpty() && ENGINE_DENY.contains(String.valueOf(route.denied()));
        boolean foreign = operation.has("denyOf") || route.answer() == Route.Answer.BATCH;
        if (!standard && !foreign) {
            difference.same(request + " deny", deny, route.denied() == null ? "" : route.denied());
        }
        JsonNode body = operation.path("body");
        if (body.isArray()) {
            members(body, route, request);
        } else if (contract.bodies().contains(body.asText())) {
            fields(body.textValue(), route, request);
        }
    }

    private void members(JsonNode body, Route route, String request) {
        Map<String, JsonNode> expected = new LinkedHashMap<>();
        body.forEach(member -> expected.put(member.path("name").textValue(), member));
        for (Persona persona : Persona.values()) {
            if (persona.mayCall(route.access())) {
                List<String> names = expected.entrySet().stream()
                        .filter(member -> !member.getValue().has("needs"))
                        .filter(member -> !member.getValue().has("roles")
                                || persona.isIn(member.getValue().path("roles")))
                        .map(Map.Entry::getKey)
                        .toList();
                List<String> sent = sent(route, persona.requester()).stream()
                        .filter(name -> !expected.containsKey(name)
                                || !expected.get(name).has("needs"))
                        .toList();
                difference.sameNames(request + " body of " + persona, names, sent);
            }
        }
        for (Field field : route.inputs()) {
            JsonNode member = expected.get(field.name());
            if (member != null && route.answer() != Route.Answer.BATCH) {
                new FieldComparison(request, member, field, difference).compareInput(false);
            }
        }
    }

    private static List<String> sent(Route route, Requester requester) {
        return route.inputs().stream()
                .filter(field -> field.isWrittenBy(requester, route.inputMode()))
                .map(Field::name)
                .toList();
    }

    private void fields(String body, Route route, String request) {
        for (Persona persona : Persona.values()) {
            if (persona.mayCall(route.access())) {
                List<String> names = contract.fields().stream()
                        .filter(field -> isSent(field, body, persona))
                        .map(field -> field.path("name").textValue())
                        .toList();
                List<String> sent = sent(route, persona.requester()).stream()
                        .filter(name -> contract.field(name)
                                .map(field -> !field.has("needs"))
                                .orElse(true))
                        .toList();
                difference.sameNames(request + " body of " + persona, names, sent);
            }
        }
        for (Field field : route.inputs()) {
            contract.field(field.name())
                    .filter(known -> known.path("in").has(body))
                    .ifPresent(known ->
                            new FieldComparison(request, known, field, difference).compareInput(body.equals("create")));
        }
    }

    /** Members that are taken without an effect are taken, too. */
    private static boolean isSent(JsonNode field, String body, Persona persona) {
        if (field.has("needs")) {
            return false;
        }
        return persona.isIn(field.path("in").path(body))
                || Contract.texts(field.path("ignored")).contains(body);
    }
}
