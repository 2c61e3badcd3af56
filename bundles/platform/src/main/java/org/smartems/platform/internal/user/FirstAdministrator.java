// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.user;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.platform.audit.AuditLog;
import org.smartems.platform.audit.Author;

/** Makes the user {@code admin} with a random password when the database holds no user at all. */
@Component(service = FirstAdministrator.class)
public final class FirstAdministrator {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final long LOCK = 0x534d41525441444dL;

    private final Transactions transactions;
    private final Jdbc jdbc;
    private final UserStore users;
    private final AuditLog auditLog;
    private final InitialPasswordFile file;

    @Activate
    public FirstAdministrator(
            @Reference Transactions transactions,
            @Reference UserStore users,
            @Reference AuditLog auditLog,
            @Reference InitialPasswordFile file) {
        this.transactions = transactions;
        this.jdbc = new Jdbc(transactions);
        this.users = users;
        this.auditLog = auditLog;
        this.file = file;
    }

    /**
     * Makes the user if there is none. The file is written before the commit: a crash in between leaves a file whose
     * password the next start replaces, never a user whose password nobody knows.
     *
     * @return whether the user was made
     */
    public boolean ensure() throws Exception {
        boolean made = transactions.call(users::isEmpty) && make();
        if (!made) {
            removeStaleFile();
        }
        return made;
    }

    private boolean make() throws Exception {
        String password = RandomPassword.next();
        String hash = PasswordHash.of(password);
        try {
            return transactions.call(() -> make(password, hash));
        } catch (Exception e) {
            removeFileOfNobody(e);
            throw e;
        }
    }

    private void removeFileOfNobody(Exception failure) {
        try {
            if (transactions.call(users::isEmpty)) {
                file.delete();
            }
        } catch (IOException | RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /** Left by a crash, or by a change of the password on another node. */
    private void removeStaleFile() {
        try {
            Optional<String> written = file.read();
            if (written.isPresent() && !isPasswordOfUser(written.get())) {
                file.delete();
            }
        } catch (IOException e) {
            LOG.warn("The file {} cannot be read or removed; it may hold a password that is no longer valid", file, e);
        }
    }

    private boolean isPasswordOfUser(String password) {
        Optional<UserEntity> user = transactions.call(() -> users.find(InitialPasswordFile.USERNAME));
        return PasswordHash.matches(password, user.map(UserEntity::passwordHash).orElse(null));
    }

    private boolean make(String password, String hash) throws IOException {
        jdbc.first("select pg_advisory_xact_lock(?)", row -> true, LOCK);
        if (!users.isEmpty()) {
            return false;
        }
        UserEntity user = UserEntity.administrator(
                InitialPasswordFile.USERNAME, hash, Clock.systemUTC().instant());
        users.add(user);
        // flushes: a name that is taken must fail before the file is written
        auditLog.created(Author.system("server"), UserAudit.USER, user.id());
        file.write(password);
        LOG.info("User {} made, password in {}", InitialPasswordFile.USERNAME, file);
        return true;
    }
}
