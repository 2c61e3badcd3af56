// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract files agree with themselves, so that whoever compares with them can trust every word in them. */
class ContractFilesTest {

    private static final Set<String> ROLES = Set.of("A", "S", "V", "AV", "AS", "VE");
    /** Which base role somebody with a mark of a feature has. */
    private static final Map<String, String> BASE = Map.of("AV", "A", "AS", "A", "VE", "V");

    private static final Set<String> FEATURES = Set.of("vpn", "certificates", "deviceSecrets", "upload", "maintenance");
    private static final Set<String> STANDARD_DENY = Set.of("get", "edit", "delete", "duplicate");
    private static final Set<String> ANSWERS =
            Set.of("object", "page", "batch", "none", "file", "text", "options", "deviceTypeOptions");
    private static final Set<String> SHARED_BODIES = Set.of("list", "export", "exportExcel");
    private static final Set<String> PLAIN = Set.of("string", "text", "int", "int64", "bool", "datetime");
    private static final Set<String> TYPES = Set.of("enum", "relation", "relations", "rows", "object", "deny");
    private static final Set<String> BODY_TYPES = Set.of("ids", "sorting");

    private static final JsonNode SHAPES = Contract.shared("shapes");
    private static final JsonNode ENUMS = Contract.shared("enums");

    private static final String RESOURCES =
            """
            accesstag auditlogchange batchjob communicationlog config configlog
            configuration-documentation configuration-general configuration-logs console customdatafield
            dashboard device deviceauthentication devicecommand devicefailedloginattempt devicetype
            diagnoselog download firmware firmwarehardware firmwarerule hardware label maintenance
            options plugin profile status template templateversion user userloginattempt usertable""";

    private static final List<Contract> CONTRACTS = Contract.all();

    static List<Contract> contracts() {
        return CONTRACTS;
    }

    @Test
    void everyResourceHasOne() {
        assertThat(contracts()).extracting(Contract::file).containsExactly(RESOURCES.split("\\s+"));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void isNamedAfterItsResource(Contract contract) {
        assertThat(contract.resource().replace('/', '-')).isEqualTo(contract.file());
        assertThat(roles(contract.json())).isNotEmpty();
        assertThat(contract.operations()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void everyOperationCanBeCalledInOneWay(Contract contract) {
        Set<String> names = new HashSet<>();
        Set<String> requests = new HashSet<>();
        for (JsonNode operation : contract.operations()) {
            String name = operation.path("name").textValue();
            assertThat(names.add(name)).as(name).isTrue();
            for (String method : methods(operation)) {
                String request =
                        method + " " + operation.path("path").textValue().replaceAll("\\{[^}]*}", "{}");
                assertThat(requests.add(request)).as(request).isTrue();
            }
        }
    }

    private static List<String> methods(JsonNode operation) {
        String method = operation.path("method").textValue();
        assertThat(method).isIn("GET", "POST", "DELETE");
        if (!operation.path("twin").booleanValue()) {
            return List.of(method);
        }
        assertThat(method).isEqualTo("GET");
        return List.of("GET", "POST");
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void operationsKnowWhoCallsThemWithWhatForWhat(Contract contract) {
        for (JsonNode operation : contract.operations()) {
            String name = operation.path("name").textValue();
            assertThat(roles(operation)).as(name).isNotEmpty();
            assertThat(known(operation.path("needs"), FEATURES)).as(name).isTrue();
            checkBody(contract, operation.path("body"), name);
            checkAnswer(operation.path("answer"), name);
            checkDeny(contract, operation);
            checkMessages(operation.path("messages"), name);
            checkMessages(operation.path("conflicts"), name);
        }
    }

    private static void checkBody(Contract contract, JsonNode body, String name) {
        if (body.isArray()) {
            body.forEach(member -> checkMember(member, name));
            return;
        }
        if (!body.isMissingNode() && !SHARED_BODIES.contains(body.textValue())) {
            assertThat(contract.bodies()).as(name).contains(body.textValue());
        }
    }

    private static void checkAnswer(JsonNode answer, String name) {
        if (answer.isTextual()) {
            assertThat(answer.textValue()).as(name).isIn(ANSWERS);
            return;
        }
        assertThat(Contract.names(answer)).as(name).containsAnyOf("shape", "map", "object", "type");
        checkShape(answer.path("shape"), name);
    }

    private static void checkDeny(Contract contract, JsonNode operation) {
        String key = operation.path("deny").asText("get");
        String owner = operation.path("denyOf").asText(contract.resource());
        Contract declaring = contracts().stream()
                .filter(other -> other.resource().equals(owner))
                .findFirst()
                .orElseThrow();
        Set<String> keys = new HashSet<>(STANDARD_DENY);
        declaring
                .json()
                .path("deny")
                .path("keys")
                .forEach(deny -> keys.add(deny.path("key").textValue()));
        assertThat(keys).as(operation.path("name").textValue()).contains(key);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void everyBodyOfFieldsIsTaken(Contract contract) {
        List<String> taken = contract.operations().stream()
                .map(operation -> operation.path("body").asText())
                .toList();
        assertThat(taken).containsAll(contract.bodies());
        for (JsonNode field : contract.fields()) {
            assertThat(taken).containsAll(Contract.texts(field.path("ignored")));
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void fieldsAreSeenOrTakenByThoseWhoMayCall(Contract contract) {
        Set<String> names = new HashSet<>();
        List<String> base = roles(contract.json());
        for (JsonNode field : contract.fields()) {
            String name = field.path("name").textValue();
            assertThat(names.add(name)).as(name).isTrue();
            checkMember(field, name);
            assertThat(field.path("out").isArray()).as(name).isTrue();
            Stream<JsonNode> bodies = Contract.list(field.path("in")).stream();
            Stream.concat(Stream.of(field.path("out")), bodies)
                    .flatMap(roles -> Contract.texts(roles).stream())
                    .forEach(role -> assertThat(base).as(name).contains(BASE.getOrDefault(role, role)));
            assertThat(field.path("out").size() + field.path("in").size())
                    .as(name)
                    .isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void conditionsAreAboutFieldsOfTheSameBody(Contract contract) {
        for (JsonNode field : contract.fields()) {
            String name = field.path("name").textValue();
            Consumer<JsonNode> isField =
                    condition -> assertThat(contract.field(condition.textValue().split("=")[0]))
                            .as(name)
                            .isPresent();
            Stream.of(field.path("acceptedWhen")).filter(JsonNode::isTextual).forEach(isField);
            for (JsonNode message : field.path("messages")) {
                JsonNode when = message.path("when");
                if (when.isTextual() && !contract.bodies().contains(when.textValue())) {
                    isField.accept(when);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void filtersAndSortsAreAboutWhatIsThere(Contract contract) {
        JsonNode filters = contract.json().path("filters");
        List<String> filterable = new ArrayList<>(Contract.texts(filters.path("fields")));
        filterable.addAll(Contract.texts(filters.path("appended")));
        filterable.addAll(Contract.texts(filters.path("certificates")));
        List<String> types = Contract.texts(filterTypes());
        for (String type : Contract.names(filters.path("console"))) {
            assertThat(types).contains(type);
            assertThat(filterable)
                    .containsAll(Contract.texts(filters.path("console").path(type)));
        }
        JsonNode sorts = contract.json().path("sorts");
        List<String> sortable = new ArrayList<>(Contract.texts(sorts.path("fields")));
        for (JsonNode sort : sorts.path("default")) {
            assertThat(sortable).contains(sort.path("field").textValue());
        }
        sortable.addAll(Contract.texts(filters.path("fields")));
        assertThat(sortable).allSatisfy(name -> assertThat(
                        contract.field(name).map(field -> field.path("out").size()))
                .hasValueSatisfying(out -> assertThat(out).isPositive()));
        assertThat(filters.isObject()).isEqualTo(contract.operation("list").isPresent());
    }

    private static JsonNode filterTypes() {
        for (JsonNode member :
                Contract.shared("common").path("list").path("members").path(3).path("fields")) {
            if (member.path("name").textValue().equals("filterType")) {
                return member.path("values");
            }
        }
        throw new IllegalStateException("no filterType");
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void denyTellsItsCodesInTheirOrder(Contract contract) {
        Set<String> keys = new HashSet<>();
        for (JsonNode deny : contract.json().path("deny").path("keys")) {
            assertThat(keys.add(deny.path("key").textValue())).isTrue();
            assertThat(Contract.texts(deny.path("codes"))).isNotEmpty().doesNotHaveDuplicates();
            assertThat(known(deny.path("needs"), FEATURES)).isTrue();
        }
        assertThat(contract.json().has("deny")).isEqualTo(contract.field("deny").isPresent());
    }

    private static void checkMember(JsonNode member, String name) {
        String type = member.path("type").textValue();
        assertThat(PLAIN.contains(type) || TYPES.contains(type) || BODY_TYPES.contains(type))
                .as("%s: %s", name, type)
                .isTrue();
        assertThat(known(member.path("needs"), FEATURES)).as(name).isTrue();
        if (member.has("enum")) {
            assertThat(ENUMS.has(member.path("enum").textValue())).as(name).isTrue();
        }
        checkDefault(member, name);
        checkShape(member.path("shape"), name);
        checkMessages(member.path("messages"), name);
        member.path("fields").forEach(field -> checkMember(field, name));
    }

    private static void checkDefault(JsonNode member, String name) {
        JsonNode value = member.path("default");
        if (value.isMissingNode()) {
            return;
        }
        String type = member.path("type").textValue();
        assertThat(value.isBoolean()).as(name).isEqualTo(type.equals("bool"));
        assertThat(value.isInt()).as(name).isEqualTo(type.startsWith("int"));
        if (type.equals("enum")) {
            JsonNode values = ENUMS.path(member.path("enum").textValue()).path("values");
            assertThat(Contract.texts(values)).as(name).contains(value.textValue());
        }
    }

    private static void checkShape(JsonNode shape, String name) {
        if (shape.isTextual()) {
            assertThat(SHAPES.has(shape.textValue())).as("%s: %s", name, shape).isTrue();
            return;
        }
        for (JsonNode member : shape) {
            String type = member.isTextual()
                    ? member.textValue()
                    : member.path("type").asText("string");
            assertThat(PLAIN.contains(type.split(" ")[0]) || type.startsWith("enum "))
                    .as("%s: %s", name, member)
                    .isTrue();
            checkShape(member.path("shape"), name);
        }
    }

    @Test
    void shapesAreMadeOfKnownTypes() {
        Contract.names(SHAPES).forEach(name -> checkShape(SHAPES.path(name), name));
    }

    private static void checkMessages(JsonNode messages, String name) {
        for (JsonNode message : messages) {
            assertThat(message.path("id").textValue()).as(name).matches("(validation|batch)(\\.[A-Za-z0-9]+)+");
        }
    }

    private static boolean known(JsonNode value, Set<String> known) {
        return value.isMissingNode() || known.contains(value.textValue());
    }

    private static List<String> roles(JsonNode node) {
        List<String> roles = Contract.texts(node.path("roles"));
        assertThat(ROLES).containsAll(roles);
        return roles;
    }
}
