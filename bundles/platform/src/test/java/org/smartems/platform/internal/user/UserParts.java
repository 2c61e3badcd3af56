// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.user;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import javax.persistence.EntityManagerFactory;
import org.smartems.persistence.Transactions;
import org.smartems.platform.configuration.Configurations;
import org.smartems.platform.internal.accesstag.AccessTagService;
import org.smartems.platform.internal.accesstag.TaggedUsers;
import org.smartems.platform.internal.audit.AuditLogService;
import org.smartems.platform.internal.authentication.SessionStore;
import org.smartems.platform.internal.configuration.ConfigurationService;

/** What one node knows of users, put together by hand. */
public final class UserParts {

    public final UserStore store;
    public final Configurations configurations;
    public final Passwords passwords;
    public final FirstAdministrator firstAdministrator;
    public final UserService service;
    public final UserAdministrationService administration;
    public final AccessTagService accessTags;

    /** A node whose data folder is the given one. */
    public UserParts(Transactions transactions, EntityManagerFactory unit, Path folder, Clock clock) {
        InitialPasswordFile file = new InitialPasswordFile(folder.resolve("initial-admin-password"));
        AuditLogService log = new AuditLogService(transactions);
        store = new UserStore(unit, transactions);
        // so slow that nothing that was read is still fresh
        AtomicLong seconds = new AtomicLong();
        configurations = new ConfigurationService(unit, transactions, log, () -> seconds.addAndGet(1) * 1_000_000_000L);
        passwords = new Passwords(transactions, store, configurations, log, file, clock);
        firstAdministrator = new FirstAdministrator(transactions, store, log, file);
        service = new UserService(transactions, store, new SessionStore(transactions), log, file);
        TaggedUsers tagged = new TaggedUsers(transactions, log);
        accessTags = new AccessTagService(transactions, log, tagged);
        administration = new UserAdministrationService(
                transactions, store, tagged, accessTags, new SessionStore(transactions), log, configurations, clock);
    }
}
