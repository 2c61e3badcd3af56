// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.access;

import org.smartems.resource.Deny;
import org.smartems.resource.Sql;

/**
 * Who sees and changes what template versions use: configs and firmware. Conditions of SQL.
 *
 * @param alias of the table of configs or firmware
 * @param column of {@code fleet_template_version} without its number, such as {@code config}
 */
public record UsedFiles(String alias, String column) {

    /** Made by the user, or used by a template version that the user sees. */
    public String visible(String user) {
        return "(" + alias + ".created_by = " + user + " or " + usedBy(Access.templateVersion("v", user)) + ")";
    }

    /** Adds what keeps people from changing it. */
    public Deny unchangeable(Deny deny) {
        return deny.when("accessDeniedNotOwned", Requests.onlyBound(this::notOwned))
                .when(
                        "accessDeniedDeviceOutsideAccessScope",
                        Requests.onlyBound(user -> usedBy(Access.hasUnseenDevice("v.template_id", user))))
                .when("accessDeniedUsedByProductionTemplateVersion", usedBy("v.type = 'production'"));
    }

    /** Adds what keeps people from removing it. */
    public Deny unremovable(Deny deny) {
        return deny.when("accessDeniedNotOwned", Requests.onlyBound(this::notOwned))
                .when("usedByTemplate", usedBy(Sql.TRUE.text()));
    }

    /** Whether a template version {@code v} uses it for which something holds. */
    public String usedBy(String condition) {
        return "exists (select 1 from fleet_template_version v where (v." + column + "1_id = " + alias + ".id or v."
                + column + "2_id = " + alias + ".id or v." + column + "3_id = " + alias + ".id) and " + condition + ")";
    }

    private String notOwned(String user) {
        return alias + ".created_by is distinct from " + user;
    }
}
