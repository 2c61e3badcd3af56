// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.platform.audit.AuditedEntity;
import org.smartems.platform.audit.Author;
import org.smartems.platform.internal.DatabaseFixture;

class AuditLogServiceTest extends DatabaseFixture {

    private static final AuditedEntity THING =
            new AuditedEntity("Thing", "select to_jsonb(t) from thing t where t.id = ?", Set.of("password_hash"));
    private static final Author ANNA = Author.user(7, "anna");
    private static final String CHANGES =
            "select string_agg(concat_ws(' ', type, entity_name, entity_id, old_values, new_values), '; ' order by id)"
                    + " from platform_audit_log_change";

    private AuditLogService log;
    private Jdbc jdbc;

    @BeforeAll
    static void table() throws SQLException {
        sql("create table thing (id bigint primary key, version integer not null default 0, name text,"
                + " device_type_id bigint, external_id text, registration_id text, password_hash text,"
                + " access_tags bigint[] not null default '{}', variables jsonb,"
                + " updated_at timestamptz default now(), updated_by bigint)");
    }

    @BeforeEach
    void create() throws SQLException {
        log = new AuditLogService(transactions);
        jdbc = new Jdbc(transactions);
        sql("truncate thing, platform_audit_log, platform_audit_log_change;"
                + " insert into thing (id, name, device_type_id, external_id, password_hash, access_tags, variables)"
                + " values (1, 'a', 3, 'x', 'secret', '{20,3,100}', '[{\"name\": \"b\"}, {\"name\": \"a\"}]')");
    }

    @Test
    void tellsWhatWasMade() throws Exception {
        transactions.run(() -> log.created(ANNA, THING, 1));
        assertThat(text("select old_values from platform_audit_log_change")).isNull();
        assertThat(text("select new_values::jsonb = '{\"name\": \"a\", \"deviceType\": 3, \"externalId\": \"x\","
                        + " \"registrationId\": null, \"passwordHash\": \"" + AuditSql.CHANGED
                        + "\", \"accessTags\": [3, 20, 100], \"variables\": [{\"name\": \"b\"}, {\"name\": \"a\"}]}'"
                        + " from platform_audit_log_change"))
                .isEqualTo("t");
        assertThat(text("select concat_ws(' ', c.type, c.entity_name, c.entity_id, c.only_changes, c.created_by,"
                        + " c.author, c.created_at = l.created_at, l.created_by, l.author)"
                        + " from platform_audit_log_change c join platform_audit_log l on l.id = c.log_id"))
                .isEqualTo("create Thing 1 f 7 anna t 7 anna");
    }

    @Test
    void tellsAllValuesBeforeAndAfterAChange() throws Exception {
        edit("name = 'b', device_type_id = null, version = 5");
        assertThat(text("select concat_ws(' ', type, only_changes, old_values::jsonb->>'name',"
                        + " new_values::jsonb->>'name', old_values::jsonb->>'deviceType',"
                        + " new_values::jsonb->'deviceType', new_values::jsonb->>'externalId')"
                        + " from platform_audit_log_change"))
                .isEqualTo("update f a b 3 null x");
        assertThat(text("select old_values::jsonb ? 'version' or new_values::jsonb ? 'updatedAt'"
                        + " from platform_audit_log_change"))
                .isEqualTo("f");
    }

    @Test
    void tellsOfASecretOnlyWhetherItChanged() throws Exception {
        edit("password_hash = 'other'");
        edit("name = 'b'");
        transactions.run(() -> log.deleted(ANNA, THING, 1));
        assertThat(text("select string_agg(concat_ws(' ', old_values::jsonb->>'passwordHash',"
                        + " new_values::jsonb->>'passwordHash'), ';' order by id) from platform_audit_log_change"))
                .isEqualTo(AuditSql.UNCHANGED + " " + AuditSql.CHANGED + ";" + AuditSql.UNCHANGED + " "
                        + AuditSql.UNCHANGED + ";" + AuditSql.UNCHANGED);
        assertThat(text("select count(*) from platform_audit_log_change c where c::text ~ 'secret|other'"))
                .isEqualTo("0");
    }

    @Test
    void aChangeThatChangesNothingLeavesNoEntry() throws Exception {
        edit("version = 9, updated_at = now() + interval '1 day', updated_by = 4, access_tags = '{3,20,100}'");
        assertThat(text("select count(*) from platform_audit_log")).isEqualTo("0");
    }

    @Test
    void tellsWhatGoesWithItsValues() throws Exception {
        transactions.run(() -> {
            log.deleted(Author.system("shell"), THING, 1);
            jdbc.update("delete from thing");
        });
        assertThat(text("select concat_ws(' ', type, coalesce(created_by, -1), author, old_values::jsonb->>'name',"
                        + " coalesce(new_values, 'none')) from platform_audit_log_change"))
                .isEqualTo("delete -1 shell a none");
    }

    @Test
    void whatDoesNotExistLeavesNoEntry() throws Exception {
        transactions.run(() -> {
            log.created(ANNA, THING, 2);
            log.deleted(ANNA, THING, 2);
            log.changed(ANNA, THING, 2, () -> 1);
            log.changed(ANNA, THING, 1, () -> jdbc.update("delete from thing"));
        });
        assertThat(text("select count(*) from platform_audit_log")).isEqualTo("0");
    }

    @Test
    void aTransactionIsOneEntryAndTheNextAnotherOne() throws Exception {
        transactions.run(() -> {
            log.created(ANNA, THING, 1);
            log.changed(ANNA, THING, 1, () -> jdbc.update("update thing set name = 'b'"));
            transactions.separately(() -> {
                log.created(Author.system("job"), THING, 1);
                return null;
            });
        });
        edit("name = 'c'");
        assertThat(text("select string_agg(author || ' ' || n, ', ' order by author, n) from (select l.author,"
                        + " count(*) as n from platform_audit_log l join platform_audit_log_change c"
                        + " on c.log_id = l.id group by l.id) x"))
                .isEqualTo("anna 1, anna 2, job 1");
    }

    @Test
    void isGoneWithItsTransaction() throws Exception {
        assertThatThrownBy(() -> transactions.run(() -> {
                    log.created(ANNA, THING, 1);
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        edit("name = 'b'");
        assertThat(text("select count(*) from platform_audit_log")).isEqualTo("1");
    }

    @Test
    void entryOfARolledBackSavepointIsNotFoundAgain() throws Exception {
        transactions.run(() -> {
            var savepoint = transactions.connection().setSavepoint();
            log.created(ANNA, THING, 1);
            transactions.connection().rollback(savepoint);
            log.created(ANNA, THING, 1);
        });
        assertThat(text("select count(*) from platform_audit_log_change c join platform_audit_log l"
                        + " on l.id = c.log_id"))
                .isEqualTo("1");
    }

    @Test
    void tellsOfManyOnlyWhatChanged() throws Exception {
        sql("insert into thing (id, name) select i, 'n' || i from generate_series(2, 1000) i");
        List<Long> ids = LongStream.rangeClosed(1, 1001).boxed().toList();
        CountingTransactions counting = new CountingTransactions(transactions);
        int updated = transactions.<Integer, RuntimeException>call(() -> new AuditLogService(counting)
                .changedMany(
                        ANNA,
                        THING,
                        ids,
                        () -> jdbc.update("update thing set device_type_id = 5, version = 3 where id in (2, 999)")));
        assertThat(updated).isEqualTo(2);
        assertThat(text(CHANGES))
                .isEqualTo("update Thing 2 {\"deviceType\": null} {\"deviceType\": 5};"
                        + " update Thing 999 {\"deviceType\": null} {\"deviceType\": 5}");
        assertThat(text("select bool_and(only_changes) from platform_audit_log_change"))
                .isEqualTo("t");
        assertThat(counting.connections).isEqualTo(2);
    }

    @Test
    void tellsOfManyThatGo() throws Exception {
        sql("insert into thing (id, name) select i, 'n' || i from generate_series(2, 500) i");
        CountingTransactions counting = new CountingTransactions(transactions);
        transactions.run(() -> new AuditLogService(counting)
                .deletedMany(ANNA, THING, LongStream.rangeClosed(2, 600).boxed().toList()));
        assertThat(text("select count(*) from platform_audit_log_change where type = 'delete'"
                        + " and old_values like '%\"n' || entity_id || '\"%' and new_values is null"))
                .isEqualTo("499");
        assertThat(counting.connections).isEqualTo(2);
    }

    @Test
    void ofNothingNothingIsTold() throws Exception {
        transactions.run(() -> log.changedMany(ANNA, THING, List.of(), () -> jdbc.update("delete from thing")));
        assertThat(text("select count(*) from platform_audit_log")).isEqualTo("0");
    }

    @Test
    void needsATransaction() {
        assertThatThrownBy(() -> log.created(ANNA, THING, 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> log.deleted(ANNA, THING, 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> log.deletedMany(ANNA, THING, List.of(1L))).isInstanceOf(IllegalStateException.class);
        Transactions.Work<Integer, RuntimeException> never = () -> {
            throw new AssertionError("ran");
        };
        assertThatThrownBy(() -> log.changed(ANNA, THING, 1, never)).isInstanceOf(IllegalStateException.class);
    }

    private void edit(String assignments) {
        transactions.run(() -> log.changed(ANNA, THING, 1, () -> jdbc.update("update thing set " + assignments)));
    }
}
