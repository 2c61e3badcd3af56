// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.catalogue.Credential;
import org.smartems.fleet.checkin.Contact;
import org.smartems.fleet.checkin.LogLine;
import org.smartems.spi.procedure.LogLevel;

/** What is kept of a contact that a plug-in has spoiled. */
class FailureLogTest extends CheckInFixture {

    private static final String LINES = "select string_agg(coalesce(device_id, 0) || ':' || message_id, ' '"
            + " order by check_in_id, id) from fleet_communication_log";

    @Test
    void belongsToTheDeviceThatTheReportNames() throws SQLException {
        long device = device(router, "S1");
        for (String serial : List.of("S1", "nobody", "x".repeat(256))) {
            service.log(failed(contact(router)), Optional.of(serial(serial)));
        }
        service.log(failed(contact(router)), Optional.empty());
        assertThat(text(LINES))
                .isEqualTo(device + ":requestDebug " + device + ":procedureFailed"
                        + " 0:requestDebug 0:procedureFailed".repeat(3));
        assertThat(text("select outcome || ' ' || source_ip from fleet_check_in where device_id = " + device))
                .isEqualTo("failed " + contact(router).origin().address());
        assertThat(count("fleet_check_in where outcome = 'failed' and device_id is null"))
                .isEqualTo(3);
        assertThat(state(device, "revision")).isZero();
    }

    @Test
    void isNotPutDownToADeviceThatIsBoundToAnotherCredential() throws SQLException {
        long device = device(router, "S1");
        sql("update fleet_device_type set bind_identity = true; update fleet_catalogue set revision = revision + 1");
        router = fleet.catalogue.refresh().deviceType(router.id()).orElseThrow();
        service.checkIn(contact(router, credential(1)), serial("S1"), OUTCOME);
        service.log(failed(contact(router, credential(2))), Optional.of(serial("S1")));
        service.log(failed(contact(router, credential(1))), Optional.of(serial("S1")));
        assertThat(text("select string_agg(coalesce(device_id, 0)::text, ' ' order by id) from fleet_check_in"
                        + " where outcome = 'failed'"))
                .isEqualTo("0 " + device);
    }

    private Optional<Credential> credential(long id) {
        return Optional.of(new Credential(id, "user " + id, "p", true, Set.of(router.id())));
    }

    private static Contact failed(Contact contact) {
        contact.trail().add(new LogLine(LogLevel.ERROR, "procedureFailed", Map.of()));
        return contact;
    }
}
