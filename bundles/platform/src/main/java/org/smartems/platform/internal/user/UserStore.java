// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.user;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.LockModeType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.persistence.Transactions;

/** Users in the database; every method needs the caller's transaction. */
@Component(service = UserStore.class)
public final class UserStore {

    private final EntityManagerFactory unit;
    private final Transactions transactions;

    @Activate
    public UserStore(
            @Reference(target = "(osgi.unit.name=platform)") EntityManagerFactory unit,
            @Reference Transactions transactions) {
        this.unit = unit;
        this.transactions = transactions;
    }

    public Optional<UserEntity> find(String username) {
        return entities()
                .createQuery("select u from UserEntity u where u.username = :username", UserEntity.class)
                .setParameter("username", username)
                .getResultStream()
                .findFirst();
    }

    List<UserEntity> list(String prefix, int limit) {
        return entities()
                .createQuery(
                        "select u from UserEntity u where lower(substring(u.username, 1, :length)) = :prefix"
                                + " order by u.username",
                        UserEntity.class)
                .setParameter("length", prefix.length())
                .setParameter("prefix", prefix.toLowerCase(Locale.ROOT))
                .setMaxResults(limit)
                .getResultList();
    }

    public Optional<UserEntity> find(long id) {
        return Optional.ofNullable(entities().find(UserEntity.class, id));
    }

    /** Locks the row, so that concurrent failures are all counted. */
    public Optional<UserEntity> lock(long id) {
        return Optional.ofNullable(entities().find(UserEntity.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    public boolean isEmpty() {
        return entities()
                        .createQuery("select count(u) from UserEntity u", Long.class)
                        .getSingleResult()
                == 0;
    }

    /** Locks all administrators in one order, so that two of them cannot remove each other. */
    void lockAdministrators() {
        entities()
                .createQuery("select u from UserEntity u where u.roleAdmin = true order by u.id", UserEntity.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Whether an administrator is there for good who is not this user; needs the locks. */
    boolean hasLastingAdministratorBut(UserEntity user) {
        return entities()
                .createQuery("select u from UserEntity u where u.roleAdmin = true", UserEntity.class)
                .getResultStream()
                .anyMatch(other -> other.isLastingAdministrator() && other.id() != user.id());
    }

    public void remove(UserEntity user) {
        entities().remove(user);
    }

    public void add(UserEntity user) {
        entities().persist(user);
    }

    private EntityManager entities() {
        return transactions.em(unit);
    }
}
