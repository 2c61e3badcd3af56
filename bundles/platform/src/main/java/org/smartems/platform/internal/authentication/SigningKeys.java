// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.authentication;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.persistence.encryption.Encryption;
import org.smartems.persistence.encryption.EncryptionContext;
import org.smartems.persistence.encryption.EncryptionException;

/**
 * The RSA keys that sign access tokens, shared by all nodes through the database.
 *
 * <p>A key signs for thirty days; older ones go on verifying until no token of theirs can be alive.
 */
@Component(service = SigningKeys.class)
public final class SigningKeys {

    /** A key pair and its id. */
    record SigningKey(String kid, RSAPublicKey publicKey, RSAPrivateKey privateKey, Instant createdAt) {}

    static final Duration LIFETIME = Duration.ofDays(30);
    static final Duration VERIFIES = LIFETIME.plusDays(1);
    private static final Duration READ_AGAIN = Duration.ofSeconds(10);
    private static final long LOCK = 0x534d4152544b4559L;
    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);

    private final Transactions transactions;
    private final Jdbc jdbc;
    private final Encryption encryption;
    private final Clock clock;
    private volatile Map<String, SigningKey> known = Map.of();
    private volatile Instant readAt = Instant.MIN;

    @Activate
    public SigningKeys(@Reference Transactions transactions, @Reference Encryption encryption) {
        this(transactions, encryption, Clock.systemUTC());
    }

    SigningKeys(Transactions transactions, Encryption encryption, Clock clock) {
        this.transactions = transactions;
        this.jdbc = new Jdbc(transactions);
        this.encryption = encryption;
        this.clock = clock;
    }

    /** The key that signs now; made when there is none or the newest is too old. */
    SigningKey current() {
        Optional<SigningKey> newest = newest();
        if (newest.isEmpty()) {
            read();
            newest = newest();
        }
        return newest.orElseGet(this::make);
    }

    /** The key of an id that some token names; made-up ids do not reach the database more than every ten seconds. */
    Optional<SigningKey> find(String kid) {
        SigningKey key = known.get(kid);
        if (key == null && readAt.plus(READ_AGAIN).isBefore(clock.instant())) {
            read();
            key = known.get(kid);
        }
        return Optional.ofNullable(key)
                .filter(found -> found.createdAt().plus(VERIFIES).isAfter(clock.instant()));
    }

    /** The one of the known ones that signs; none once the latest is too old, until the next login makes one. */
    Optional<SigningKey> newest() {
        return known.values().stream()
                .filter(key -> key.createdAt().plus(LIFETIME).isAfter(clock.instant()))
                .max((a, b) -> a.createdAt().compareTo(b.createdAt()));
    }

    private SigningKey make() {
        transactions.separately(() -> {
            jdbc.first("select pg_advisory_xact_lock(?)", row -> true, LOCK);
            readAll();
            if (newest().isEmpty()) {
                insert();
            }
            return null;
        });
        read();
        return newest().orElseThrow();
    }

    /** The latest first, as they are in the database now. */
    List<SigningKey> all() {
        read();
        return known.values().stream()
                .sorted(Comparator.comparing(SigningKey::createdAt).reversed())
                .toList();
    }

    /** Signs once it is read; needs a transaction. */
    void insert() {
        KeyPair pair = generate();
        String kid = UUID.randomUUID().toString();
        jdbc.update(
                "insert into platform_signing_key (kid, public_key, private_key, created_at) values (?, ?, ?, ?)",
                kid,
                pair.getPublic().getEncoded(),
                encryption.encrypt(context(kid), pair.getPrivate().getEncoded()),
                clock.instant());
        LOG.info("Signing key {} made", kid);
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        transactions.run(() -> {
            readAll();
        });
    }

    private void readAll() {
        List<Optional<SigningKey>> keys = jdbc.list(
                "select kid, public_key, private_key, created_at from platform_signing_key where created_at > ?",
                this::key,
                clock.instant().minus(VERIFIES));
        known = keys.stream()
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableMap(SigningKey::kid, key -> key));
        readAt = clock.instant();
    }

    /** Removes keys that verify nothing any more. */
    int removeOld() {
        return jdbc.update(
                "delete from platform_signing_key where created_at < ?",
                clock.instant().minus(VERIFIES));
    }

    /** Empty for a key that cannot be read: one bad row must not keep everybody out. */
    private Optional<SigningKey> key(ResultSet row) throws SQLException {
        String kid = row.getString(1);
        try {
            byte[] privateKey = encryption.decrypt(context(kid), row.getBytes(3));
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            return Optional.of(new SigningKey(
                    kid,
                    (RSAPublicKey) rsa.generatePublic(new X509EncodedKeySpec(row.getBytes(2))),
                    (RSAPrivateKey) rsa.generatePrivate(new PKCS8EncodedKeySpec(privateKey)),
                    row.getTimestamp(4).toInstant()));
        } catch (GeneralSecurityException | EncryptionException e) {
            LOG.error("Signing key {} cannot be read and is left out", kid, e);
            return Optional.empty();
        }
    }

    private static EncryptionContext context(String kid) {
        return EncryptionContext.of("platform_signing_key", "private_key", kid);
    }
}
