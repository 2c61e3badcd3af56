// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.encryption;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.smartems.persistence.encryption.Encryption;
import org.smartems.persistence.encryption.EncryptionContext;
import org.smartems.persistence.encryption.EncryptionKeys;
import org.smartems.persistence.internal.database.CurrentDatabase;
import org.smartems.persistence.internal.database.DatabaseSettings;
import org.smartems.persistence.internal.transaction.TransactionsService;
import org.smartems.testing.Eventually;

/** Several nodes of one database, and transactions on it. */
abstract class KeysFixture extends EncryptionFixture {

    static final EncryptionContext PLACE = EncryptionContext.of("credential", "password", 7);
    static final byte[] PLAIN = "top secret".getBytes(UTF_8);

    private final CurrentDatabase database = new CurrentDatabase(CurrentDatabase.LEAST_VERSION);
    final TransactionsService transactions = new TransactionsService(database);
    final AtomicLong clock = new AtomicLong();
    Node node;

    @BeforeEach
    void firstStart() throws Exception {
        database.use(DatabaseSettings.embedded(Map.of(), POSTGRES.dataSource()));
        Eventually.until("the database is reachable", database::reachable);
        node = new Node(folder.resolve("master.key"));
        node.guard.passes();
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    /** One server. */
    final class Node {

        final Path path;
        final MasterKeyGuard guard;
        final EncryptionKeys keys;
        final List<Encryption> published = new ArrayList<>();

        Node(Path path) {
            this.path = path;
            this.guard =
                    new MasterKeyGuard(path, () -> POSTGRES.dataSource().getConnection(), this::publish, clock::get);
            this.keys = guard.keys(transactions);
        }

        /** Only the first one that is there, as a consumer keeps it. */
        Encryption encryption() {
            return published.get(0);
        }

        String fingerprint() throws Exception {
            return new MasterKeyFile(path).read().orElseThrow().fingerprint();
        }

        Path beside(String fingerprint) {
            return new MasterKeyFile(path).beside(fingerprint);
        }

        void commitRotation(String fingerprint) {
            transactions.run(() -> keys.rotateMasterKey(fingerprint));
        }

        String rotate() {
            String next = keys.createMasterKey();
            commitRotation(next);
            keys.settle();
            return next;
        }

        boolean passesAfter(int seconds) {
            clock.addAndGet(seconds * 1_000_000_000L);
            return guard.passes();
        }

        private Runnable publish(Encryption encryption) {
            published.add(encryption);
            return () -> published.remove(encryption);
        }
    }

    /** Another home with a copy of the present key. */
    Node another() throws Exception {
        Path home = Files.createDirectory(folder.resolve("another"));
        Files.copy(node.path, home.resolve("master.key"), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        Node other = new Node(home.resolve("master.key"));
        other.guard.passes();
        return other;
    }

    Node restarted(Node stopped) {
        return new Node(stopped.path);
    }
}
