// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.api.error.ValidationException;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.internal.Sql;
import org.smartems.persistence.internal.database.CurrentDatabase;
import org.smartems.persistence.internal.database.DatabaseSettings;
import org.smartems.persistence.internal.transaction.TransactionsService;
import org.smartems.resource.testing.CountingTransactions;
import org.smartems.resource.testing.ResourceClient;
import org.smartems.testing.Eventually;
import org.smartems.testing.PostgresExtension;

class EngineTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static CurrentDatabase database;
    private static CountingTransactions transactions;
    private static ResourceClient admin;
    private static ResourceClient operator;

    @BeforeAll
    static void open() throws Exception {
        Sql.execute(POSTGRES.dataSource(), ItemResource.TABLES);
        Sql.execute(POSTGRES.dataSource(), "insert into tag values (3, 'three'), (4, 'four'), (5, 'five')");
        Sql.execute(POSTGRES.dataSource(), "insert into kind values (1, 'big'), (2, 'small')");
        database = new CurrentDatabase(CurrentDatabase.LEAST_VERSION);
        database.use(DatabaseSettings.embedded(Map.of(), POSTGRES.dataSource()));
        Eventually.until("the database is reachable", database::reachable);
        transactions = new CountingTransactions(new TransactionsService(database));
        admin = ResourceClient.of(transactions, new ItemResource(transactions));
        operator = admin.as(3, Permission.SMARTEMS);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void fill() {
        transactions.run(() -> {
            Jdbc jdbc = new Jdbc(transactions);
            jdbc.update("truncate item restart identity");
            jdbc.update("insert into item (name, kind_id, amount, enabled, tags, created_at, created_by)"
                    + " select 'item ' || n, 1 + n % 2, n, n % 5 = 0, array[3 + n % 3]::bigint[],"
                    + " '2026-01-01T00:00:00Z'::timestamptz + n * interval '1 hour', 7 from generate_series(1, 30) n");
        });
    }

    @Test
    void answersAPageWithAllThatItRefersTo() {
        JsonNode page = admin.post("item/list", "{'page': 2, 'rowsPerPage': 4}");
        assertThat(page.path("rowCount").asInt()).isEqualTo(30);
        assertThat(page.has("rowCountExact")).isFalse();
        assertThat(page.path("results")).hasSize(4);
        assertThat(page.path("results").get(0).toString())
                .isEqualTo("{\"id\":5,\"representation\":\"item 5\",\"name\":\"item 5\","
                        + "\"kind\":{\"id\":2,\"representation\":\"small\",\"name\":\"small\"},\"amount\":5,"
                        + "\"enabled\":true,\"tags\":[{\"id\":5,\"representation\":\"five\"}],\"parts\":[],"
                        + "\"createdAt\":\"2026-01-01T05:00:00+00:00\","
                        + "\"createdBy\":{\"id\":7,\"representation\":\"ann\"},"
                        + "\"deny\":{\"enable\":\"deny.item.alreadyEnabled\"}}");
    }

    @Test
    void needsNoMoreStatementsForMoreRows() {
        transactions.take();
        admin.post("item/list", "{'rowsPerPage': 2}");
        List<String> few = transactions.take();
        admin.post("item/list", "{'rowsPerPage': 30}");
        assertThat(transactions.take()).hasSameSizeAs(few).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            name      | like                       | 'EM 1'                 | 11
            name      | startsWith                 | 'item 2'               | 11
            name      | endsWith                   | '9'                    | 3
            name      | like                       | '%'                    | 0
            name      | equal                      | 'item 7'               | 1
            enabled   | boolean                    | true                   | 6
            amount    | greaterThan                | 28                     | 2
            amount    | greaterThanOrEqual         | 28                     | 3
            amount    | lessThan                   | 3                      | 2
            amount    | lessThanOrEqual            | '2'                    | 2
            kind      | equal                      | 2                      | 15
            kind      | equalMultiple              | [1, 2]                 | 30
            kind      | equalMultiple              | []                     | 30
            tags      | equal                      | 4                      | 10
            createdAt | dateGreaterThanOrEqual     | '2026-01-02'           | 7
            createdAt | dateLessThanOrEqual        | '2026-01-01'           | 23
            createdAt | dateGreaterThan            | '2026-01-01'           | 7
            createdAt | dateLessThan               | '2026-01-02'           | 23
            createdAt | dateTimeLessThan           | '2026-01-01T02:00:00Z' | 1
            createdAt | dateTimeLessThanOrEqual    | '2026-01-01T02:00:00Z' | 2
            createdAt | dateTimeGreaterThan        | '2026-01-02T05:00:00Z' | 1
            createdAt | dateTimeGreaterThanOrEqual | '2026-01-02T06:00:59+01:00' | 2
            createdAt | timeGreaterThanOrEqual     | '22:00'                | 2
            createdAt | timeGreaterThan            | '22:00'                | 1
            createdAt | timeLessThan               | '01:00'                | 1
            createdAt | timeLessThanOrEqual        | '01:00'                | 3
            """)
    void filters(String field, String type, String value, int rows) {
        JsonNode page = admin.post(
                "item/list",
                "{'filters': {'a': {'filterBy': '%s', 'filterType': '%s', 'filterValue': %s}}}"
                        .formatted(field, type, value));
        assertThat(page.path("rowCount").asInt()).isEqualTo(rows);
    }

    @Test
    void readsTheLastPageFromItsEnd() {
        JsonNode page = admin.post("item/list", "{'page': 8, 'rowsPerPage': 4, 'sorting': [{'field': 'amount'}]}");
        assertThat(page.path("results").findValuesAsText("amount")).containsExactly("29", "30");
        JsonNode before = admin.post("item/list", "{'page': 7, 'rowsPerPage': 4, 'sorting': [{'field': 'amount'}]}");
        assertThat(before.path("results").findValuesAsText("amount")).containsExactly("25", "26", "27", "28");
    }

    @Test
    void refusesWhoMayNotCallAListWhateverTheId() {
        ResourceClient technician = admin.as(3, Permission.VPN);
        for (String path : List.of("item/3", "item/1", "item/999999")) {
            assertRefused(ErrorCategory.DENIED, () -> technician.get(path));
            assertRefused(ErrorCategory.DENIED, () -> technician.post(path + "/enable", "{}"));
        }
    }

    @Test
    void hidesWhatSomebodyDoesNotSeeFromWhatTheyMayNotDo() {
        assertRefused(ErrorCategory.DENIED, () -> operator.post("item/3/melt", "{}"));
        assertRefused(ErrorCategory.NOT_FOUND, () -> operator.post("item/1/melt", "{}"));
        assertRefused(ErrorCategory.NOT_FOUND, () -> operator.post("item/999999/melt", "{}"));
    }

    @Test
    void showsOthersOnlyWhatTheyMaySee() {
        JsonNode page = operator.post("item/list", "{'rowsPerPage': 100}");
        assertThat(page.path("rowCount").asInt()).isEqualTo(10);
        assertThat(page.path("results").get(0).path("tags")).hasSize(1);
        assertThat(page.path("results").get(0).path("deny").path("enable").asText())
                .isEqualTo("deny.item.accessDenied");
        assertRefused(ErrorCategory.NOT_FOUND, () -> operator.get("item/1"));
        assertRefused(ErrorCategory.DENIED, () -> operator.post("item/3/enable", "{}"));
        assertRefused(ErrorCategory.DENIED, () -> admin.as(3, Permission.VPN).post("item/list", "{}"));
        assertInvalid(() -> operator.post("item/list", "{'sorting': [{'field': 'secret'}]}"), "sorting.0.field");
    }

    @Test
    void refusesWhatTheRowDenies() {
        assertThat(admin.get("item/1/enable").path("enabled").asBoolean()).isTrue();
        assertThatThrownBy(() -> admin.post("item/1/enable", "{}"))
                .isInstanceOfSatisfying(PlatformException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("deny.item.alreadyEnabled"));
    }

    @Test
    void checksInATransactionWhatItThenDoesOutside() {
        assertThat(admin.post("item/1/hash", "{'name': 'x'}").path("name").asText())
                .isEqualTo("outside x");
        assertRefused(ErrorCategory.INVALID, () -> admin.post("item/1/hash", "{}"));
        assertRefused(ErrorCategory.DENIED, () -> admin.post("item/5/hash", "{'name': 'x'}"));
        assertRefused(ErrorCategory.NOT_FOUND, () -> operator.post("item/1/hash", "{'name': 'x'}"));
    }

    @Test
    void makesAndChangesThings() {
        JsonNode made = admin.post("item/create", "{'name': ' New ', 'kind': '2', 'tags': [4, 3]}");
        assertThat(made.path("name").asText()).isEqualTo("New");
        assertThat(made.path("amount").asInt()).isEqualTo(5);
        assertThat(made.path("tags").findValuesAsText("id")).containsExactly("4", "3");
        String path = "item/" + made.path("id").asLong();
        assertThat(admin.post(path, "{'name': 'Other'}").path("name").asText()).isEqualTo("Other");
        admin.delete(path);
        assertRefused(ErrorCategory.NOT_FOUND, () -> admin.get(path));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            {}                                       | name         | validation.required
            {'name': ' '}                            | name         | validation.required
            {'name': [1]}                            | name         | validation.invalid
            {'name': 'a', 'kind': 99}                | kind         | validation.choice
            {'name': 'a', 'amount': 33}              | amount       | validation.rangeNotIn
            {'name': 'a', 'amount': 'x'}             | amount       | validation.integer
            {'name': 'a', 'more': 1}                 |              | validation.extraFields
            {'name': 'a', 'secret': 's'}             |              | validation.extraFields
            {'name': 'a', 'parts': [{'name': ''}]}   | parts.0.name | validation.required
            {'name': 'a', 'tags': ['b']}             | tags         | validation.choice
            """)
    void namesTheFaultOfABody(String body, String path, String message) {
        assertThatThrownBy(() -> admin.post("item/create", body))
                .isInstanceOfSatisfying(ValidationException.class, fault -> {
                    assertThat(fault.errors()).hasSize(1);
                    assertThat(fault.errors().get(0).path()).isEqualTo(path == null ? "" : path);
                    assertThat(fault.errors().get(0).message()).isEqualTo(message);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            {'page': 0}                                                                 | page
            {'rowsPerPage': 10001}                                                      | rowsPerPage
            {'filters': [{'filterBy': 'deny', 'filterType': 'equal', 'filterValue': 1}]} | filters.0.filterBy
            {'filters': [{'filterBy': 'name', 'filterType': 'near', 'filterValue': 1}]}  | filters.0.filterType
            {'filters': [{'filterBy': 'name', 'filterType': 'equal'}]}                   | filters.0.filterValue
            {'filters': [{'filterBy': 'amount', 'filterType': 'equal', 'filterValue': 'x'}]} | filters.0.filterValue
            {'filters': [{'filterBy': 'enabled', 'filterType': 'like', 'filterValue': 'x'}]} | filters.0.filterType
            """)
    void namesTheFaultOfAList(String body, String path) {
        assertInvalid(() -> admin.post("item/list", body), path);
    }

    @Test
    void exportsColumnsThatRowsDoNotHave() {
        String columns =
                "{'filename': 'x', 'fields': [{'field': 'name'}, {'field': 'firstTag'}, {'field': 'tagCount'}]";
        assertThat(admin.export("item", columns + "}"))
                .hasSize(31)
                .startsWith("Name|First tag|Tag count", "item 1|four|1", "item 2|five|1");
        transactions.take();
        admin.export("item", columns + "}");
        List<String> many = transactions.take();
        admin.export("item", columns + ", 'filters': [{'filterBy': 'id', 'filterType': 'equal', 'filterValue': 1}]}");
        assertThat(transactions.take()).hasSameSizeAs(many).hasSize(2);
        assertThat(admin.get("item/1").has("tagCount")).isFalse();
        assertThat(admin.post("item/list", "{}").path("results").get(0).has("firstTag"))
                .isFalse();
        assertInvalid(() -> admin.post("item/list", "{'fields': ['tagCount']}"), "fields.0");
        assertSheetRefused("[a]", "validation.exportExcel.sheetName.invalidCharacters");
        assertSheetRefused("x".repeat(31), "validation.exportExcel.sheetName.tooLong");
        assertInvalid(() -> admin.post("item/list", "{'sorting': [{'field': 'firstTag'}]}"), "sorting.0.field");
    }

    private static void assertSheetRefused(String name, String message) {
        String body = "{'filename': 'x', 'fields': [{'field': 'name'}], 'sheetName': '" + name + "'}";
        assertThatThrownBy(() -> admin.export("item", body))
                .isInstanceOfSatisfying(
                        ValidationException.class,
                        fault -> assertThat(fault.errors().get(0).message()).isEqualTo(message));
    }

    @Test
    void refusesLargeBatchesThatNobodyTakes() {
        String ids = java.util.stream.IntStream.rangeClosed(1, 501)
                .mapToObj(String::valueOf)
                .collect(java.util.stream.Collectors.joining(",", "{'ids': [", "]}"));
        assertRefused(ErrorCategory.UNAVAILABLE, () -> admin.post("item/batch/enable", ids));
    }

    @Test
    void actsOnManyAndTellsOfEach() {
        JsonNode results =
                operator.as(4, Permission.ADMIN).post("item/batch/enable", "{'ids': [5, 6, 999], 'why': 'x'}");
        assertThat(results.toString())
                .isEqualTo("[{\"id\":5,\"representation\":\"item 5\",\"status\":\"skipped\",\"messages\":["
                        + "{\"message\":\"deny.item.alreadyEnabled\",\"parameters\":{},\"severity\":\"warning\"}]},"
                        + "{\"id\":6,\"representation\":\"item 6\",\"status\":\"success\",\"messages\":[]}]");
        assertInvalid(() -> admin.post("item/batch/enable", "{'ids': []}"), "ids");
        assertThatThrownBy(() -> admin.post("item/batch/enable", "{'ids': [6], 'times': 3000000000}"))
                .isInstanceOfSatisfying(
                        ValidationException.class,
                        fault -> assertThat(fault.errors().get(0).message()).isEqualTo("validation.integerType"));
    }

    private static void assertInvalid(Runnable call, String path) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(ValidationException.class, fault -> assertThat(
                        fault.errors().get(0).path())
                .isEqualTo(path));
    }

    private static void assertRefused(ErrorCategory category, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(PlatformException.class, refusal -> assertThat(refusal.category())
                        .isEqualTo(category));
    }
}
