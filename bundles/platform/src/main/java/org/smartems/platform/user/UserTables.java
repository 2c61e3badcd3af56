// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.user;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.smartems.platform.audit.Author;

/**
 * Which columns of which table a person sees. Every method joins the caller's transaction or begins one; safe for use
 * by many threads. Whether tables and columns exist is not asked, because plug-ins come and go.
 *
 * <p>Input that breaks a rule is a {@link org.smartems.api.error.ValidationException}.
 */
@ProviderType
public interface UserTables {

    /**
     * The columns as they were stored last.
     *
     * @param userId the person
     * @param tableKey not blank, up to 255 characters; may be null, which is refused
     * @return in order; empty when none were stored
     */
    List<TableColumn> columns(long userId, String tableKey);

    /**
     * Stores the columns in place of the former ones, with an entry in the audit log when they differ; of two at once
     * the later one stays, whole.
     *
     * @param person who sees the table, a user
     * @param tableKey as above
     * @param columns in order, up to 500, each name not blank, up to 255 characters, and once; a name may be null,
     *     which is refused
     */
    void edit(Author person, String tableKey, List<TableColumn> columns);

    /**
     * A column of a table.
     *
     * @param name which
     * @param visible whether the person sees it
     */
    record TableColumn(String name, boolean visible) {}
}
