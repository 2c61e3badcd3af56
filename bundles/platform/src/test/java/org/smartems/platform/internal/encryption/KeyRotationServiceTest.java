// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.smartems.api.error.PlatformException;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.encryption.EncryptionContext;
import org.smartems.persistence.encryption.SealedColumn;
import org.smartems.persistence.encryption.SealedValues;
import org.smartems.platform.audit.Author;
import org.smartems.platform.internal.DatabaseFixture;
import org.smartems.platform.internal.audit.AuditLogService;
import org.smartems.spi.job.Job;
import org.smartems.testing.contract.JobContract;

class KeyRotationServiceTest extends DatabaseFixture {

    private static final Author AUTHOR = Author.system("shell");

    private final KeyRotationService service = service();

    @BeforeEach
    void table() throws SQLException {
        sql("drop table if exists secret; create table secret(id bigint primary key, value bytea)");
        service.addSealedValues(new Secrets());
    }

    @Test
    void tellsWhoHasRotatedTheMasterKey() throws Exception {
        String former = used();
        String next = encryptionKeys.createMasterKey();
        service.rotateMasterKey(AUTHOR, next);
        assertThat(used()).isEqualTo(next);
        assertThat(text("select author || ' ' || entity_name || ' ' || (old_values::jsonb->>'fingerprint')"
                        + " || ' ' || (new_values::jsonb->>'fingerprint') from platform_audit_log_change"))
                .isEqualTo("shell MasterKey " + former + " " + next);
    }

    @Test
    void aRefusedRotationLeavesNoEntry() throws Exception {
        String former = used();
        assertThatThrownBy(() -> service.rotateMasterKey(AUTHOR, "0123456789abcdef"))
                .isInstanceOf(PlatformException.class);
        assertThat(used()).isEqualTo(former);
        assertThat(text("select count(*) from platform_audit_log_change")).isEqualTo("0");
    }

    @Test
    void givesTablesNewKeysAndSealsTheirValuesAnew() throws Exception {
        storeThree();
        byte[] former = encryption.header("secret");
        assertThat(service.rotateDataKeys(AUTHOR, false)).containsExactly("secret");
        assertThat(encryption.header("secret")).isNotEqualTo(former);
        service.run();
        assertThat(ofKey(former)).isEqualTo("0");
        assertThat(ofKey(encryption.header("secret"))).isEqualTo("3");
        assertThat(text("select author || ' ' || entity_name from platform_audit_log_change"))
                .isEqualTo("shell DataKeys");
    }

    @Nested
    class AsAJob implements JobContract {

        @BeforeEach
        void oldKeys() {
            storeThree();
            service.rotateDataKeys(AUTHOR, false);
        }

        @Override
        public Job job() {
            KeyRotationService node = service();
            node.addSealedValues(new Secrets());
            return node;
        }

        @Override
        public String state() {
            return read("select string_agg(id || encode(value, 'hex'), ' ' order by id) from secret");
        }
    }

    private static KeyRotationService service() {
        return new KeyRotationService(transactions, encryptionKeys, new AuditLogService(transactions));
    }

    private static void storeThree() {
        for (int id = 1; id <= 3; id++) {
            Object sealed = encryption.encrypt(EncryptionContext.of("secret", "value", id), new byte[] {42});
            Object row = id;
            transactions.run(() -> new Jdbc(transactions).update("insert into secret values (?, ?)", row, sealed));
        }
    }

    private static String used() {
        return encryptionKeys.masterKeys().get(0).fingerprint();
    }

    private static String ofKey(byte[] header) throws SQLException {
        return text("select count(*) from secret where encode(substring(value from 1 for 9), 'hex') = '"
                + HexFormat.of().formatHex(header) + "'");
    }

    private static final class Secrets implements SealedValues {

        private static final SealedColumn VALUE = new SealedColumn("secret", "id", "value");

        @Override
        public String table() {
            return "secret";
        }

        /** Less than there are, so that it takes several batches. */
        @Override
        public int reseal(int limit) {
            return VALUE.reseal(transactions, encryption, Math.min(limit, 2));
        }
    }
}
