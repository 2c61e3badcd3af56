// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;

class FleetStatementsTest {

    /** In the form that the script of pgbench is made of. */
    @Test
    void findsTheStatementsOfACheckIn() {
        Properties statements = FleetStatements.all();
        assertThat(statements.getProperty("read"))
                .contains("unnest(?::int8[], ?::text[]) with ordinality q (device_type_id, identifier, position)");
        assertThat(statements.getProperty("update"))
                .contains("update fleet_device_state", "= any (?)", "cast(? as int8[])")
                .containsPattern("unnest\\(\\?::int8\\[], [^)]*\\) i \\(device_id, revision, [^)]*seen_at[^)]*\\)");
        assertThat(statements.getProperty("insert").split(";"))
                .satisfiesExactly(
                        contact -> assertThat(contact).startsWith("insert into fleet_check_in (id, created_at,"),
                        line -> assertThat(line)
                                .startsWith("insert into fleet_communication_log (id, created_at, check_in_id,"));
    }
}
