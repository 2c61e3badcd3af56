// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.accesstag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.platform.audit.Author;
import org.smartems.platform.internal.DatabaseFixture;
import org.smartems.platform.internal.audit.AuditLogService;
import org.smartems.testing.Eventually;

class AccessTagServiceTest extends DatabaseFixture {

    private static final Author ANNA = Author.user(7, "anna");

    private AccessTagService tags;

    @BeforeEach
    void create() throws SQLException {
        sql("truncate platform_access_tag cascade; truncate platform_audit_log cascade");
        AuditLogService log = new AuditLogService(transactions);
        tags = new AccessTagService(transactions, log, new TaggedUsers(transactions, log));
    }

    @Test
    void keepsATagWithoutTheBlanksAroundItsName() throws Exception {
        long id = tags.create(ANNA, "  Munich\t");
        assertThat(text("select concat_ws(' ', id, name, created_by, updated_by) from platform_access_tag"))
                .isEqualTo(id + " Munich 7 7");
        assertThat(text("select representation from platform_access_tag_ref")).isEqualTo("Munich");
        tags.edit(Author.user(8, "ben"), id, "Berlin");
        assertThat(text("select concat_ws(' ', name, created_by, updated_by) from platform_access_tag"))
                .isEqualTo("Berlin 7 8");
        tags.delete(ANNA, id);
        assertThat(text("select count(*) from platform_access_tag")).isEqualTo("0");
        assertThat(text("select string_agg(concat_ws(' ', type, entity_name, entity_id, old_values, new_values), ';'"
                        + " order by id) from platform_audit_log_change"))
                .isEqualTo("create AccessTag " + id + " {\"name\": \"Munich\"};update AccessTag " + id
                        + " {\"name\": \"Munich\"} {\"name\": \"Berlin\"};delete AccessTag " + id
                        + " {\"name\": \"Berlin\"}");
    }

    @Test
    void namesWhatIsWrongWithAName() {
        assertInvalid("name: validation.required {}", () -> tags.create(ANNA, null));
        assertInvalid("name: validation.required {}", () -> tags.create(ANNA, " \n"));
        assertInvalid("name: validation.lengthMax {limit=255}", () -> tags.create(ANNA, "x".repeat(256)));
        assertInvalid("name: validation.regex {}", () -> tags.create(ANNA, "a\0b"));
        long id = tags.create(ANNA, "\uD83D\uDE00".repeat(255));
        assertInvalid("name: validation.required {}", () -> tags.edit(ANNA, id, ""));
    }

    @Test
    void aNameIsThatOfOneTag() {
        long munich = tags.create(ANNA, "Munich");
        long berlin = tags.create(ANNA, "Berlin");
        assertInvalid("name: validation.uniqueEntity {}", () -> tags.create(ANNA, " Munich "));
        assertInvalid("name: validation.uniqueEntity {}", () -> tags.edit(ANNA, berlin, "Munich"));
        tags.edit(ANNA, munich, "Munich");
        tags.create(ANNA, "munich");
    }

    @Test
    void ofTwoWhoTakeANameAtOnceOneIsToldSo() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> first = threads.submit(() -> transactions.<Void, InterruptedException>call(() -> {
                tags.create(ANNA, "Munich");
                written.countDown();
                mayEnd.await();
                return null;
            }));
            written.await();
            Future<?> second = threads.submit(
                    () -> assertInvalid("name: validation.uniqueEntity {}", () -> tags.create(ANNA, "Munich")));
            Eventually.until("the second one waits", AccessTagServiceTest::somebodyWaits);
            mayEnd.countDown();
            first.get();
            second.get();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatGoesIsTakenFromUsersAndTellsTheOtherDomains() throws Exception {
        long munich = tags.create(ANNA, "Munich");
        long berlin = tags.create(ANNA, "Berlin");
        long ben = addUser("ben");
        long carla = addUser("carla");
        sql("insert into platform_user_access_tag values (" + ben + ", " + munich + "), (" + ben + ", " + berlin
                + "), (" + carla + ", " + berlin + ")");
        List<Long> told = new ArrayList<>();
        tags.add(told::add);
        tags.delete(ANNA, munich);
        assertThat(told).containsExactly(munich);
        assertThat(text("select string_agg(user_id || ' ' || access_tag_id, ',' order by user_id)"
                        + " from platform_user_access_tag_ref"))
                .isEqualTo(ben + " " + berlin + "," + carla + " " + berlin);
        assertThat(text("select concat_ws(' ', entity_id, only_changes, old_values, new_values)"
                        + " from platform_audit_log_change where entity_name = 'User'"))
                .isEqualTo(ben + " t {\"accessTags\": [" + munich + ", " + berlin + "]} {\"accessTags\": [" + berlin
                        + "]}");
    }

    @Test
    void staysWhenADomainCannotLetItGo() throws Exception {
        long munich = tags.create(ANNA, "Munich");
        tags.add(tag -> {
            throw new IllegalStateException("no");
        });
        assertThatThrownBy(() -> tags.delete(ANNA, munich)).isInstanceOf(IllegalStateException.class);
        assertThat(text("select name from platform_access_tag")).isEqualTo("Munich");
        assertThat(text("select count(*) from platform_audit_log_change where type = 'delete'"))
                .isEqualTo("0");
    }

    @Test
    void aTagThatIsBeingStoredIsDeletedAfterwards() throws Exception {
        long munich = tags.create(ANNA, "Munich");
        List<String> order = new ArrayList<>();
        tags.add(tag -> order.add("deleted"));
        var thread = Executors.newSingleThreadExecutor();
        try {
            Future<?>[] deleting = new Future<?>[1];
            transactions.run(() -> {
                assertThat(tags.existing(List.of(munich, 999L, munich))).containsExactly(munich);
                deleting[0] = thread.submit(() -> tags.delete(ANNA, munich));
                Eventually.until("the deletion waits", AccessTagServiceTest::somebodyWaits);
                order.add("stored");
            });
            deleting[0].get();
            assertThat(order).containsExactly("stored", "deleted");
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void saysThatAnIdIsUnknown() {
        for (Runnable work : List.<Runnable>of(() -> tags.edit(ANNA, 5, "x"), () -> tags.delete(ANNA, 5))) {
            assertThatThrownBy(work::run)
                    .isInstanceOfSatisfying(PlatformException.class, refusal -> assertThat(refusal.category())
                            .isEqualTo(ErrorCategory.NOT_FOUND));
        }
        assertThatThrownBy(() -> tags.existing(List.of(1L))).isInstanceOf(IllegalStateException.class);
    }

    private static boolean somebodyWaits() {
        try {
            return !"0".equals(text("select count(*) from pg_locks where not granted"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
