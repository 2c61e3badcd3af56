// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.audit;

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
     * Tells that something is going to be removed, with its values.
     *
     * @param author who does it
     * @param entity the kind
     * @param id of what is still stored
     */
    void deleted(Author author, AuditedEntity entity, long id);
}
