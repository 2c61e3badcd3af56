// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.template;

import java.util.function.Function;
import org.smartems.fleet.internal.access.Access;
import org.smartems.fleet.internal.access.Requests;
import org.smartems.resource.Deny;
import org.smartems.resource.Requester;
import org.smartems.resource.Sql;

/** Why something cannot be done with a template version now; conditions on the tables of its shape. */
final class VersionDenies {

    private static final String OUTSIDE = "accessDeniedDeviceOutsideAccessScope";
    private static final String NOT_OWNED = "accessDeniedNotOwned";
    private static final String STAGED = "w.staging_version_id is not distinct from v.id";
    private static final String PRODUCED = "w.production_version_id is not distinct from v.id";

    private static final Function<Requester, Sql> OUTSIDE_SCOPE =
            Requests.onlyBound(user -> Access.hasUnseenDevice("v.template_id", user));
    private static final Function<Requester, Sql> FOREIGN =
            Requests.onlyBound(user -> "v.created_by is distinct from " + user);

    private VersionDenies() {}

    static Deny[] all() {
        return new Deny[] {
            Deny.of("selectStaging")
                    .when("alreadySelectedStaging", STAGED)
                    .when("selectStagingNotTypeStaging", "v.type <> 'staging'")
                    .when(OUTSIDE, OUTSIDE_SCOPE)
                    .when(NOT_OWNED, FOREIGN),
            Deny.of("selectProduction")
                    .when("alreadySelectedProduction", PRODUCED)
                    .when("notSelectedStagingAndNotTypeProduction", "not (" + STAGED + ") and v.type <> 'production'")
                    .when(OUTSIDE, OUTSIDE_SCOPE)
                    .when(NOT_OWNED, FOREIGN),
            Deny.of("detachStaging")
                    .when("notSelectedStaging", "not (" + STAGED + ")")
                    .when(OUTSIDE, OUTSIDE_SCOPE),
            Deny.of("detachProduction")
                    .when("notSelectedProduction", "not (" + PRODUCED + ")")
                    .when(OUTSIDE, OUTSIDE_SCOPE),
            Deny.of("duplicate").when("never", requester -> Sql.FALSE),
            Deny.of("edit")
                    .when(OUTSIDE, OUTSIDE_SCOPE)
                    .when(NOT_OWNED, FOREIGN)
                    .when("productionEditDisabled", "v.type = 'production'"),
            Deny.of("delete")
                    .when(NOT_OWNED, FOREIGN)
                    .when("selectedProduction", PRODUCED)
                    .when("selectedStaging", STAGED)
        };
    }
}
