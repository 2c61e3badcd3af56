// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smartems.platform.internal.audit.AuditLogService;
import org.smartems.platform.internal.batch.BatchJobResource;
import org.smartems.platform.internal.user.UserParts;
import org.smartems.resource.Permission;
import org.smartems.resource.testing.CountingTransactions;
import org.smartems.resource.testing.ResourceClient;

/** Each list of this bundle asks as much for many rows as for one. */
class EveryListTest extends ResourceFixture {

    private static final List<String> LISTS =
            List.of("accesstag", "auditlogchange", "batchjob", "user", "userloginattempt");

    @Test
    void manyRowsTakeNoMoreStatementsThanOne() throws Exception {
        CountingTransactions counting = new CountingTransactions(transactions);
        UserParts node = new UserParts(transactions, unit, folder, clock);
        ResourceClient client = ResourceClient.of(
                        counting,
                        new AccessTagResource(node.accessTags),
                        new BatchJobResource(counting, new AuditLogService(transactions), unit),
                        new LogResources(unit),
                        new UserResource(node.administration))
                .as(root, Permission.ADMIN);
        add(1);
        Map<String, Integer> one = new HashMap<>();
        for (String list : LISTS) {
            one.put(list, statements(counting, client, list, 1));
        }
        add(30);
        for (String list : LISTS) {
            assertThat(statements(counting, client, list, 20)).as(list).isLessThanOrEqualTo(one.get(list));
        }
    }

    private static int statements(CountingTransactions counting, ResourceClient client, String list, int rows) {
        counting.take();
        JsonNode page = client.post(list + "/list", "{'rowsPerPage': 20}");
        assertThat(page.path("results").size()).as(list).isGreaterThanOrEqualTo(rows);
        List<String> statements = counting.take();
        assertThat(statements).as(list).isNotEmpty();
        return statements.size();
    }

    /** Each user with three tags and with an entry in each log. */
    private void add(int number) throws Exception {
        for (int i = 0; i < number; i++) {
            String name = "of" + number + "no" + i;
            String tag = "insert into platform_access_tag (name, created_by) values ('" + name;
            sql(tag + "a', " + root + "); " + tag + "b', " + root + "); " + tag + "c', " + root + ")");
            long user = addUser(name);
            sql("insert into platform_user_access_tag (user_id, access_tag_id) select " + user + ", id"
                    + " from platform_access_tag where name like '" + name + "_';"
                    + " insert into platform_user_login_attempt (username, user_id, remote_host, login_valid)"
                    + " values ('" + name + "', " + user + ", '192.0.2.1', true);"
                    + " with entry as (insert into platform_audit_log (author) values ('" + name + "') returning id)"
                    + " insert into platform_audit_log_change (log_id, author, type, entity_name, entity_id,"
                    + " new_values) select id, '" + name + "', 'create', 'User', " + user + ", '{}' from entry");
        }
        sql("insert into platform_batch_job (user_id, action, body, ids, total) select " + root
                + ", 'device/batch/enable', '{}', '{1}', 1 from generate_series(1, " + number + ")");
    }
}
