// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.audit;

import java.util.Collection;
import org.osgi.annotation.versioning.ProviderType;
import org.smartems.persistence.Transactions;

/**
 * Keeps who changed what. Every method needs the caller's transaction, and its entry is stored with the change or not
 * at all. Safe for use by many threads.
 *
 * <p>All changes of one transaction belong to one entry of the log; a change that changes nothing leaves none.
 */
@ProviderType
public interface AuditLog {

    /**
     * Tells that something was made.
     *
     * @param author who did it
     * @param entity the kind
     * @param id of what is stored now
     */
    void created(Author author, AuditedEntity entity, long id);

    /**
     * Does a change and tells what it changed.
     *
     * @param author who does it
     * @param entity the kind
     * @param id of what is changed
     * @param change does it
     * @param <T> what the change returns
     * @param <E> what the change throws; then nothing is told
     * @return what the change returned
     * @throws E when the change throws it
     */
    <T, E extends Exception> T changed(Author author, AuditedEntity entity, long id, Transactions.Work<T, E> change)
            throws E;

    /**
     * Does one change to many things and tells of each only the members that it changed. The log is written by a few
     * statements, however many things there are.
     *
     * @param author who does it
     * @param entity the kind; its values are held in memory for all ids at once, so let its statement answer only the
     *     members that the change can touch
     * @param ids of what may be changed; those that do not exist are passed over
     * @param change does it
     * @param <T> what the change returns
     * @param <E> what the change throws; then nothing is told
     * @return what the change returned
     * @throws E when the change throws it
     */
    <T, E extends Exception> T changedMany(
            Author author, AuditedEntity entity, Collection<Long> ids, Transactions.Work<T, E> change) throws E;

    /**
     * Tells that something is going to be removed, with its values.
     *
     * @param author who does it
     * @param entity the kind
     * @param id of what is still stored
     */
    void deleted(Author author, AuditedEntity entity, long id);

    /**
     * Tells that many things are going to be removed, each with its values, by a few statements.
     *
     * @param author who does it
     * @param entity the kind
     * @param ids of what is still stored; those that do not exist are passed over
     */
    void deletedMany(Author author, AuditedEntity entity, Collection<Long> ids);
}
