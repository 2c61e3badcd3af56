// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.platform.audit.Author;
import org.smartems.platform.internal.DatabaseFixture;
import org.smartems.platform.internal.audit.AuditLogService;
import org.smartems.platform.user.UserTables.TableColumn;

class UserTableServiceTest extends DatabaseFixture {

    private static final TableColumn NAME = new TableColumn("name", true);
    private static final TableColumn HIDDEN = new TableColumn("serialNumber", false);

    private UserTableService tables;
    private long anna;
    private Author person;

    @BeforeEach
    void create() throws Exception {
        tables = new UserTableService(transactions, new AuditLogService(transactions));
        anna = addUser("anna");
        person = Author.user(anna, "anna");
    }

    @Test
    void replacesColumnsWholeAndInOrder() throws Exception {
        assertThat(tables.columns(anna, "device")).isEmpty();
        tables.edit(person, "device", List.of(HIDDEN, NAME));
        tables.edit(person, "user", List.of(NAME));
        tables.edit(Author.user(addUser("ben"), "ben"), "device", List.of(NAME));
        assertThat(tables.columns(anna, " device ")).containsExactly(HIDDEN, NAME);
        assertThat(text("select position from platform_user_table_column where name = 'serialNumber'"))
                .isEqualTo("1");
        tables.edit(person, "device", List.of(NAME));
        assertThat(tables.columns(anna, "device")).containsExactly(NAME);
        tables.edit(person, "device", List.of());
        assertThat(tables.columns(anna, "device")).isEmpty();
        assertThat(tables.columns(anna, "user")).containsExactly(NAME);
    }

    @Test
    void aChangeOfColumnsIsInTheAuditLog() throws Exception {
        sql("truncate platform_audit_log, platform_audit_log_change");
        tables.edit(person, "user", List.of(NAME));
        tables.edit(person, "device", List.of(HIDDEN, NAME));
        tables.edit(person, "device", List.of(HIDDEN, NAME));
        tables.edit(person, "device", List.of(NAME, HIDDEN));
        assertThat(text("select string_agg(concat_ws(' ', type, entity_name, entity_id = created_by, author,"
                        + " (new_values::jsonb->'device')::text), ';' order by id) from platform_audit_log_change"))
                .isEqualTo("update UserTable t anna;"
                        + "update UserTable t anna [{\"name\": \"serialNumber\", \"visible\": false},"
                        + " {\"name\": \"name\", \"visible\": true}];"
                        + "update UserTable t anna [{\"name\": \"name\", \"visible\": true},"
                        + " {\"name\": \"serialNumber\", \"visible\": false}]");
    }

    @Test
    void namesWhatIsWrong() {
        assertInvalid("tableKey: validation.required {}", () -> tables.columns(anna, null));
        assertInvalid("tableKey: validation.lengthMax {limit=255}", () -> tables.columns(anna, "x".repeat(256)));
        assertInvalid(
                "columns.0.name: validation.required {}; columns.2.name: validation.unique {};"
                        + " columns.3.name: validation.lengthMax {limit=255}; tableKey: validation.required {}",
                () -> tables.edit(
                        person,
                        " ",
                        List.of(
                                new TableColumn(null, true),
                                NAME,
                                new TableColumn(" name", false),
                                new TableColumn("x".repeat(256), true))));
    }

    @Test
    void takesFiveHundredColumnsAndNoMore() {
        List<TableColumn> most = IntStream.range(0, 500)
                .mapToObj(i -> new TableColumn("c" + i, true))
                .toList();
        tables.edit(person, "device", most);
        assertThat(tables.columns(anna, "device")).isEqualTo(most);
        assertInvalid(
                "columns: validation.countMax {limit=500}",
                () -> tables.edit(person, "device", Collections.nCopies(501, NAME)));
    }

    @Test
    void somebodyWhoIsGoneHasNoTables() {
        assertRefused("notFound", () -> tables.edit(Author.user(5, "nobody"), "device", List.of(NAME)));
    }
}
