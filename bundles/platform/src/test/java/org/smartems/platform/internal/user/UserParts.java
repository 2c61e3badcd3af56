// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.user;

import java.nio.file.Path;
import java.time.Clock;
import javax.persistence.EntityManagerFactory;
import org.smartems.persistence.Transactions;
import org.smartems.platform.configuration.Configurations;
import org.smartems.platform.internal.authentication.SessionStore;
import org.smartems.platform.internal.configuration.ConfigurationService;

/** What one node knows of users, put together by hand. */
public final class UserParts {

    public final UserStore store;
    public final Configurations configurations;
    public final Passwords passwords;
    public final FirstAdministrator firstAdministrator;
    public final UserService service;

    /** A node whose data folder is the given one. */
    public UserParts(Transactions transactions, EntityManagerFactory unit, Path folder, Clock clock) {
        InitialPasswordFile file = new InitialPasswordFile(folder.resolve("initial-admin-password"));
        store = new UserStore(unit, transactions);
        configurations = new ConfigurationService(unit, transactions);
        passwords = new Passwords(transactions, store, configurations, file, clock);
        firstAdministrator = new FirstAdministrator(transactions, store, file);
        service = new UserService(transactions, store, new SessionStore(transactions), file);
    }
}
