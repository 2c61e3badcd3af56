// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.platform.audit.Author;
import org.smartems.platform.authentication.Session;
import org.smartems.platform.authentication.TokenKeys;
import org.smartems.platform.internal.Together;
import org.smartems.platform.internal.audit.AuditLogService;
import org.smartems.platform.internal.authentication.SigningKeys.SigningKey;

class SigningKeysTest extends NodeFixture {

    @BeforeEach
    void noKey() throws Exception {
        sql("delete from platform_signing_key");
    }

    @Test
    void twoNodesAtOnceMakeOneKey() throws Exception {
        Node other = anotherNode();
        Together.Outcome<SigningKey> outcome = Together.run(4, i -> () -> (i % 2 == 0 ? node : other).keys.current());
        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.results()).extracting(SigningKey::kid).hasSize(4).containsOnly(storedKid());
        assertThat(count()).isEqualTo("1");
    }

    @Test
    void firstKeyIsMadeByALogin() throws Exception {
        addUser("anna");
        node.caller(node.login("anna", PASSWORD));
        assertThat(count()).isEqualTo("1");
    }

    @Test
    void storesThePrivateHalfUnreadable() throws Exception {
        byte[] plain = node.keys.current().privateKey().getEncoded();
        byte[] stored = storedPrivateKey();
        assertThat(stored).hasSizeGreaterThan(plain.length);
        for (int i = 0; i + 16 < plain.length; i += 16) {
            byte[] piece = Arrays.copyOfRange(plain, i, i + 16);
            assertThat(indexOf(stored, piece)).isEqualTo(-1);
        }
    }

    @Test
    void signsForThirtyDays() throws Exception {
        String first = node.keys.current().kid();
        clock.advance(Duration.ofDays(30).minusSeconds(1));
        assertThat(node.keys.current().kid()).isEqualTo(first);
        clock.advanceSeconds(1);
        assertThat(node.keys.current().kid()).isNotEqualTo(first);
        assertThat(count()).isEqualTo("2");
    }

    @Test
    void verifiesTokensOfTheFormerKey() throws Exception {
        addUser("anna");
        node.keys.current();
        clock.advance(Duration.ofDays(30).minusSeconds(1));
        Session before = node.login("anna", PASSWORD);
        clock.advanceSeconds(2);
        Session after = node.login("anna", PASSWORD);
        assertThat(count()).isEqualTo("2");
        Node restarted = anotherNode();
        for (Node one : new Node[] {node, restarted}) {
            one.caller(before);
            one.caller(after);
        }
    }

    @Test
    void signsWithANewKeyWhenSomebodyWantsIt() throws Exception {
        addUser("anna");
        Session before = node.login("anna", PASSWORD);
        clock.advanceSeconds(1);
        TokenKeyService service = new TokenKeyService(transactions, node.keys, new AuditLogService(transactions));
        TokenKeys.TokenKey made = service.rotate(Author.system("shell"));
        assertThat(node.keys.current().kid()).isEqualTo(made.id());
        assertThat(service.all()).extracting(TokenKeys.TokenKey::signing).containsExactly(true, false);
        clock.advance(Duration.ofDays(30));
        assertThat(service.all()).extracting(TokenKeys.TokenKey::signing).containsOnly(false);
        clock.advance(Duration.ofDays(-30));
        node.caller(before);
        assertThat(text("select author || ' ' || entity_name || ' ' || (new_values::jsonb->>'kid')"
                        + " from platform_audit_log_change order by id desc limit 1"))
                .isEqualTo("shell SigningKey " + made.id());
    }

    @Test
    void formerKeyIsForgottenInTheEnd() {
        String kid = node.keys.current().kid();
        clock.advance(Duration.ofDays(31).minusSeconds(1));
        assertThat(node.keys.find(kid)).isPresent();
        clock.advanceSeconds(1);
        assertThat(node.keys.find(kid)).isEmpty();
    }

    @Test
    void twoNodesRotateOnlyOnce() throws Exception {
        Node other = anotherNode();
        node.keys.current();
        other.keys.current();
        clock.advance(Duration.ofDays(30));
        assertThat(node.keys.current().kid()).isEqualTo(other.keys.current().kid());
        assertThat(count()).isEqualTo("2");
    }

    @Test
    void madeUpIdsDoNotReachTheDatabaseEachTime() throws Exception {
        assertThat(node.keys.find("made-up")).isEmpty();
        String kid = anotherNode().keys.current().kid();
        clock.advanceSeconds(10);
        assertThat(node.keys.find(kid)).isEmpty();
        clock.advanceSeconds(1);
        assertThat(node.keys.find(kid)).isPresent();
    }

    private static int indexOf(byte[] whole, byte[] piece) {
        for (int i = 0; i + piece.length <= whole.length; i++) {
            if (Arrays.equals(whole, i, i + piece.length, piece, 0, piece.length)) {
                return i;
            }
        }
        return -1;
    }

    private static byte[] storedPrivateKey() throws Exception {
        try (Connection connection = POSTGRES.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select private_key from platform_signing_key")) {
            rows.next();
            return rows.getBytes(1);
        }
    }

    private static String storedKid() throws Exception {
        return text("select kid from platform_signing_key");
    }

    private static String count() throws Exception {
        return text("select count(*) from platform_signing_key");
    }
}
