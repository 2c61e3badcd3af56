// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.label;

import org.smartems.persistence.Jdbc;

/**
 * What holds ids of labels and access tags. Rows get a new version, so that nobody who changes one at the same time
 * writes the id back; the log tells of the thing that was removed, not of each of its holders.
 */
final class Holders {

    private final Jdbc jdbc;

    /** In the caller's transaction. */
    Holders(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    void removeLabel(long id) {
        remove("fleet_device", "labels", id);
        remove("fleet_template_version", "device_labels", id);
    }

    void removeAccessTag(long id) {
        remove("fleet_device", "access_tags", id);
        remove("fleet_template_version", "access_tags", id);
        jdbc.update("delete from fleet_tagged_device where access_tag_id = ?", id);
    }

    /** Locked in the order of the ids, as everybody does. */
    private void remove(String table, String column, long id) {
        jdbc.update(
                "with held as (select id from " + table + " where " + column + " @> array[?::bigint]"
                        + " order by id for update) update " + table + " set version = version + 1, " + column
                        + " = array_remove(" + column + ", ?::bigint) where id in (select id from held)",
                id,
                id);
    }
}
