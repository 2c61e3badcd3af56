// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.credential;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.persistence.encryption.Encryption;
import org.smartems.persistence.encryption.EncryptionContext;
import org.smartems.persistence.encryption.SealedColumn;

/** Credentials in the database, and the seal of their passwords. */
@Component(service = StoredCredentials.class)
public final class StoredCredentials {

    /** The sealed passwords. */
    static final SealedColumn PASSWORD = new SealedColumn("fleet_device_credential", "id", "password");

    private final Transactions transactions;
    private final Encryption encryption;

    @Activate
    public StoredCredentials(@Reference Transactions transactions, @Reference Encryption encryption) {
        this.transactions = transactions;
        this.encryption = encryption;
    }

    /**
     * A row.
     *
     * @param id of the credential
     * @param username unique
     * @param password sealed
     * @param enabled a disabled one opens nothing
     * @param deviceTypes ids of the types it is limited to
     */
    public record Row(long id, String username, byte[] password, boolean enabled, Set<Long> deviceTypes) {}

    /** All of them. Needs the caller's transaction. */
    public List<Row> all() {
        Jdbc jdbc = new Jdbc(transactions);
        Map<Long, Set<Long>> types = new HashMap<>();
        jdbc.list("select credential_id, device_type_id from fleet_device_credential_type", row ->
                        new long[] {row.getLong(1), row.getLong(2)})
                .forEach(pair ->
                        types.computeIfAbsent(pair[0], id -> new HashSet<>()).add(pair[1]));
        return jdbc.list(
                "select id, username, password, enabled from fleet_device_credential",
                row -> new Row(
                        row.getLong(1),
                        row.getString(2),
                        row.getBytes(3),
                        row.getBoolean(4),
                        Set.copyOf(types.getOrDefault(row.getLong(1), Set.of()))));
    }

    /** Opens a password; empty when there is none. */
    public String open(long id, byte[] sealed) {
        return sealed.length == 0 ? "" : new String(encryption.decrypt(context(id), sealed), StandardCharsets.UTF_8);
    }

    byte[] seal(long id, String password) {
        return password.isEmpty()
                ? new byte[0]
                : encryption.encrypt(context(id), password.getBytes(StandardCharsets.UTF_8));
    }

    private static EncryptionContext context(long id) {
        return EncryptionContext.of(PASSWORD.table(), PASSWORD.column(), id);
    }
}
