// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.authentication;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.persistence.Transactions;
import org.smartems.platform.audit.AuditLog;
import org.smartems.platform.audit.AuditedEntity;
import org.smartems.platform.audit.Author;
import org.smartems.platform.authentication.TokenKeys;
import org.smartems.platform.internal.authentication.SigningKeys.SigningKey;

/** See {@link TokenKeys}. */
@Component(service = TokenKeys.class)
public final class TokenKeyService implements TokenKeys {

    /** Keys have ids that are no numbers: all are thing 0 of the log, which tells the latest. */
    private static final AuditedEntity KEY = new AuditedEntity(
            "SigningKey",
            "select jsonb_build_object('kid', (select kid from platform_signing_key order by created_at desc limit 1))"
                    + " where ? = 0",
            Set.of());

    private final Transactions transactions;
    private final SigningKeys keys;
    private final AuditLog auditLog;

    /** Works on these keys. */
    @Activate
    public TokenKeyService(
            @Reference Transactions transactions, @Reference SigningKeys keys, @Reference AuditLog auditLog) {
        this.transactions = transactions;
        this.keys = keys;
        this.auditLog = auditLog;
    }

    @Override
    public List<TokenKey> all() {
        List<SigningKey> known = keys.all();
        Optional<String> signing = keys.newest().map(SigningKey::kid);
        return known.stream()
                .map(key -> view(key, signing.filter(key.kid()::equals).isPresent()))
                .toList();
    }

    @Override
    public TokenKey rotate(Author author) {
        transactions.run(() -> {
            keys.insert();
            auditLog.created(author, KEY, 0);
        });
        return all().get(0);
    }

    private static TokenKey view(SigningKey key, boolean signing) {
        return new TokenKey(
                key.kid(),
                signing,
                key.createdAt(),
                key.createdAt().plus(SigningKeys.LIFETIME),
                key.createdAt().plus(SigningKeys.VERIFIES));
    }
}
