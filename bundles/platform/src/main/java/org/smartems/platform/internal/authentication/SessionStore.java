// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.authentication;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;

/** Sessions and their refresh tokens; every method needs the caller's transaction. */
@Component(service = SessionStore.class)
public final class SessionStore {

    /** A refresh token together with its session, locked for the transaction. */
    record StoredToken(UUID sessionId, long userId, Stage stage, boolean live, boolean used) {}

    private final Jdbc jdbc;

    @Activate
    public SessionStore(@Reference Transactions transactions) {
        this.jdbc = new Jdbc(transactions);
    }

    UUID begin(long userId, Stage stage, Instant previousLoginAt) {
        UUID id = UUID.randomUUID();
        jdbc.update(
                "insert into platform_session (id, user_id, stage, previous_login_at) values (?, ?, ?, ?)",
                id,
                userId,
                stage.name(),
                previousLoginAt);
        return id;
    }

    /** Tokens of the old stage are gone, not used: a refresh that was on its way is refused and nothing worse. */
    void moveTo(UUID session, Stage stage) {
        jdbc.update("update platform_session set stage = ? where id = ?", stage.name(), session);
        jdbc.update("delete from platform_refresh_token where session_id = ? and used_at is null", session);
    }

    Optional<Instant> previousLoginAt(UUID session) {
        return jdbc.first(
                "select previous_login_at from platform_session where id = ? and previous_login_at is not null",
                row -> row.getTimestamp(1).toInstant(),
                session);
    }

    /** The stage of a session that has not ended. */
    Optional<Stage> stage(UUID session) {
        return jdbc.first(
                "select stage from platform_session where id = ? and ended_at is null",
                row -> Stage.valueOf(row.getString(1)),
                session);
    }

    /** The same, and nobody else changes the session until the transaction ends. */
    Optional<Stage> lockedStage(UUID session) {
        return jdbc.first(
                "select stage from platform_session where id = ? and ended_at is null for update",
                row -> Stage.valueOf(row.getString(1)),
                session);
    }

    void end(UUID session) {
        jdbc.update("update platform_session set ended_at = coalesce(ended_at, now()) where id = ?", session);
        jdbc.update("delete from platform_refresh_token where session_id = ?", session);
    }

    /** Ends every session of the user. */
    public void endAll(long userId) {
        endAllBut(userId, new UUID(0, 0));
    }

    void endAllBut(long userId, UUID kept) {
        jdbc.update(
                "update platform_session set ended_at = now() where user_id = ? and id <> ? and ended_at is null",
                userId,
                kept);
    }

    void add(UUID session, byte[] hash, Instant expires) {
        jdbc.update(
                "insert into platform_refresh_token (hash, session_id, expires_at) values (?, ?, ?)",
                hash,
                session,
                expires);
    }

    /** A token beside the one that the client holds; replaces an earlier one of that kind, and lives no longer. */
    Instant addExtra(UUID session, byte[] hash, Instant expires) {
        Instant end = jdbc.first(
                        "select max(expires_at) from platform_refresh_token where session_id = ? and used_at is null"
                                + " having max(expires_at) is not null",
                        row -> row.getTimestamp(1).toInstant(),
                        session)
                .orElse(expires);
        jdbc.update("delete from platform_refresh_token where session_id = ? and extra and used_at is null", session);
        jdbc.update(
                "insert into platform_refresh_token (hash, session_id, expires_at, extra) values (?, ?, ?, true)",
                hash,
                session,
                end);
        return end;
    }

    /** Locks session and token, so that two exchanges of one token come one after the other. */
    Optional<StoredToken> lock(byte[] hash, Instant now) {
        return jdbc.first(
                "select s.id, s.user_id, s.stage, s.ended_at is null and t.expires_at > ? as live,"
                        + " t.used_at is not null as used"
                        + " from platform_refresh_token t join platform_session s on s.id = t.session_id"
                        + " where t.hash = ? for update of s, t",
                row -> new StoredToken(
                        row.getObject(1, UUID.class),
                        row.getLong(2),
                        Stage.valueOf(row.getString(3)),
                        row.getBoolean(4),
                        row.getBoolean(5)),
                now,
                hash);
    }

    /** An exchange ends the session's other tokens too, which nobody has used: who comes with one is refused only. */
    void use(UUID session, byte[] hash) {
        jdbc.update("update platform_refresh_token set used_at = now() where hash = ?", (Object) hash);
        jdbc.update("delete from platform_refresh_token where session_id = ? and used_at is null", session);
    }

    /** Never shortens: a client that keeps a session alive means to keep it. */
    void extend(byte[] hash, Instant now, Instant expires) {
        jdbc.update(
                "update platform_refresh_token t set expires_at = greatest(t.expires_at, ?) from platform_session s"
                        + " where s.id = t.session_id and s.ended_at is null"
                        + " and t.hash = ? and t.used_at is null and t.expires_at > ?",
                expires,
                hash,
                now);
    }

    /** Removes what can no longer be exchanged; used tokens stay as long as their session, to notice a re-use. */
    int removeOld(Instant before) {
        return jdbc.update(
                "delete from platform_session s where s.created_at < ? and not exists"
                        + " (select 1 from platform_refresh_token t where t.session_id = s.id and t.expires_at >= ?)",
                before,
                before);
    }
}
