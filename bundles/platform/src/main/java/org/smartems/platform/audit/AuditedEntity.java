// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.audit;

import java.util.Set;

/**
 * A kind of thing whose changes are audited.
 *
 * @param name as the REST API calls it, such as {@code DeviceType}
 * @param sql one column of type jsonb, an object with all values of the thing whose id is the statement's only
 *     parameter, no row when there is none. It has one question mark, and is used as a part of others. Members are
 *     named as columns ({@code device_type_id}) and written to the log as the REST API names them
 *     ({@code deviceType}); {@code id}, {@code version} and who changed it when are left out, and arrays of numbers
 *     are sorted. {@code _id} at the end is dropped unless the value is a text
 * @param secret the members, named as columns, of which only is told whether they changed
 */
public record AuditedEntity(String name, String sql, Set<String> secret) {

    /** Copies the names. */
    public AuditedEntity {
        secret = Set.copyOf(secret);
    }

    /**
     * A thing that is one row of a table without secrets.
     *
     * @param name as the REST API calls it
     * @param table with a column {@code id}
     * @return reads all columns
     */
    public static AuditedEntity row(String name, String table) {
        return new AuditedEntity(name, "select to_jsonb(t) from " + table + " t where t.id = ?", Set.of());
    }
}
