// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.smartems.resource.Deny;
import org.smartems.resource.Field;
import org.smartems.resource.Filter;
import org.smartems.resource.FilterType;
import org.smartems.resource.Requester;
import org.smartems.resource.Resource;

/** Compares a declared resource with its contract, as far as no feature is missing. */
final class Comparison {

    private final Contract contract;
    private final Declarations declarations;
    private final Difference difference = new Difference();

    private Comparison(Contract contract, Declarations declarations) {
        this.contract = contract;
        this.declarations = declarations;
    }

    /** What differs, in sentences; empty when they agree. */
    static List<String> of(Contract contract, Declarations declarations) {
        Comparison comparison = new Comparison(contract, declarations);
        Optional<Resource> resource = declarations.resource(contract.resource());
        resource.ifPresent(comparison::compare);
        if (resource.isEmpty() && contract.operation("list").isPresent()) {
            comparison.difference.say("resource", "not declared");
        }
        new OperationComparison(contract, declarations.routesBelow(contract.resource()), comparison.difference)
                .compare();
        return comparison.difference.sentences();
    }

    private void compare(Resource resource) {
        difference.same("entity", contract.json().path("entity").textValue(), resource.entity());
        for (Persona persona : Persona.values()) {
            difference.same(
                    "access of " + persona,
                    persona.isIn(contract.json().path("roles")),
                    persona.mayCall(resource.access()));
        }
        fields(resource);
        exports(resource);
        deny(resource);
        for (Persona persona : Persona.of(contract.json().path("roles"))) {
            names(resource, persona);
        }
    }

    private void fields(Resource resource) {
        for (JsonNode field : contract.fields()) {
            String name = field.path("name").textValue();
            Field declared = resource.shape().field(name);
            if (field.path("out").isEmpty() || name.equals("deny")) {
                continue;
            }
            if (declared == null) {
                if (!field.has("needs")) {
                    difference.say("field " + name, "missing");
                }
                continue;
            }
            readers(field, declared);
            new FieldComparison("field", field, declared, difference).compareAnswer();
        }
        List<String> known = contract.fields().stream()
                .map(field -> field.path("name").textValue())
                .toList();
        resource.shape().fields().stream()
                .filter(field -> !field.isOnlyExported())
                .map(Field::name)
                .filter(name -> !known.contains(name))
                .filter(name -> !(name.equals("id") && contract.field("id").isEmpty()))
                .forEach(name -> difference.say("field " + name, "not in the contract"));
    }

    private void exports(Resource resource) {
        difference.sameNames(
                "exports",
                Contract.texts(contract.json().path("exports").path("appended")),
                resource.shape().fields().stream()
                        .filter(Field::isOnlyExported)
                        .map(Field::name)
                        .toList());
    }

    private void readers(JsonNode field, Field declared) {
        for (Persona persona : Persona.of(contract.json().path("roles"))) {
            difference.same(
                    "field " + declared.name() + " seen by " + persona,
                    persona.isIn(field.path("out")),
                    declared.isReadBy(persona.requester()));
        }
    }

    private void deny(Resource resource) {
        Map<String, List<String>> expected = new LinkedHashMap<>();
        Map<String, String> later = new LinkedHashMap<>();
        for (JsonNode deny : contract.json().path("deny").path("keys")) {
            List<String> codes = Contract.texts(deny.path("codes"));
            expected.put(deny.path("key").textValue(), codes);
            if (deny.has("needs")) {
                later.put(deny.path("key").textValue(), codes.get(0));
            }
        }
        Map<String, List<String>> declared = new LinkedHashMap<>();
        for (Deny deny : resource.denies()) {
            declared.put(deny.key(), deny.codes());
        }
        List<String> now = expected.keySet().stream()
                .filter(key -> !later.containsKey(key) || declared.containsKey(key))
                .toList();
        difference.sameNames("deny", now, declared.keySet());
        declared.forEach((key, codes) -> {
            boolean soFar = later.containsKey(key) && codes.equals(List.of(later.get(key)));
            if (expected.containsKey(key) && !soFar) {
                difference.same("deny " + key, expected.get(key), codes);
            }
        });
    }

    private void names(Resource resource, Persona persona) {
        Requester requester = persona.requester();
        JsonNode filters = contract.json().path("filters");
        List<Filter> declared = resource.filters(requester);
        difference.sameNames(
                "filters of " + persona,
                expected(filters, persona),
                present(filters, declared.stream().map(Filter::name)));
        JsonNode sorts = contract.json().path("sorts");
        difference.sameNames(
                "sorts of " + persona, expected(sorts, persona), present(sorts, resource.sortings(requester).stream()));
        for (String type : Contract.names(filters.path("console"))) {
            for (String name : Contract.texts(filters.path("console").path(type))) {
                comparison(declared, name, type);
            }
        }
    }

    private List<String> expected(JsonNode names, Persona persona) {
        List<String> expected = new ArrayList<>(Contract.texts(names.path("appended")));
        for (String name : Contract.texts(names.path("fields"))) {
            JsonNode field = contract.field(name).orElseThrow();
            if (!field.has("needs") && persona.isIn(field.path("out"))) {
                expected.add(name);
            }
        }
        return expected;
    }

    /** Names of a missing feature may be there before it is; an id is always there. */
    private List<String> present(JsonNode names, Stream<String> declared) {
        List<String> later = Contract.texts(names.path("certificates"));
        return declared.filter(name -> !later.contains(name))
                .filter(name -> contract.field(name).isPresent() || !name.equals("id"))
                .filter(name ->
                        contract.field(name).map(field -> !field.has("needs")).orElse(true))
                .toList();
    }

    private void comparison(List<Filter> declared, String name, String type) {
        Set<String> types = new java.util.TreeSet<>();
        declared.stream()
                .filter(filter -> filter.name().equals(name))
                .flatMap(filter -> filter.types().stream())
                .map(FilterType::id)
                .forEach(types::add);
        if (!types.isEmpty() && !types.contains(type)) {
            difference.say("filter " + name, "not by " + type);
        }
    }
}
