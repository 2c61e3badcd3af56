// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.resource.Permission;
import org.smartems.resource.testing.ExplainingTransactions;
import org.smartems.resource.testing.ResourceClient;

/** How the list of 100,000 devices is read: its first, a filtered and its last page, never the whole table. */
class DevicePlansTest extends FleetFixture {

    private static final int DEVICES = 100_000;
    private static final String WHOLE_TABLE = "Seq Scan on fleet_device(_state)? ";

    private ExplainingTransactions explaining;
    private ResourceClient admin;
    private long rare;

    @BeforeEach
    void fill() throws Exception {
        accessTag(1, 7);
        explaining = new ExplainingTransactions(transactions);
        admin = fleet.client(explaining);
        long common = fleet.router("tk800").id();
        rare = fleet.router("tk900").id();
        sql("insert into fleet_device (id, version, uuid, device_type_id, identifier, identifier_reported, name,"
                + " enabled, staging, created_at, updated_at, access_tags) select n, 1, 'u' || n,"
                + " case when n % 1000 = 0 then " + rare + " else " + common
                + " end, 's' || n, true, 'device ' || n,"
                + " n % 2 = 0, false, now(), now(), case when n % 100 = 0 then array[1::bigint] else '{}' end"
                + " from generate_series(1, " + DEVICES + ") n");
        sql("insert into fleet_device_state (device_id, device_type_id, serial_number)"
                + " select id, device_type_id, identifier from fleet_device");
        sql("analyze fleet_device; analyze fleet_device_state");
    }

    @Test
    void noPageReadsAllDevices() {
        JsonNode first = page(admin, "{'rowsPerPage': 10}");
        assertThat(first.path("rowCountExact").asBoolean(true)).isFalse();
        int count = first.path("rowCount").asInt();
        assertThat(count).isBetween(DEVICES / 2, DEVICES * 2);
        page(admin, "{'rowsPerPage': 10, 'page': " + count / 10 + "}");
        page(admin, "{'sorting': [{'field': 'name', 'direction': 'desc'}]}");
        assertThat(filtered("name", "like", "'ice 9999'").path("rowCount").asInt())
                .isEqualTo(11);
        assertThat(filtered("serialNumber", "like", "'9999'").path("rowCount").asInt())
                .isEqualTo(19);
        assertThat(filtered("deviceType", "equalMultiple", "[" + rare + "]")
                        .path("rowCount")
                        .asInt())
                .isEqualTo(DEVICES / 1000);
        JsonNode tagged = page(admin.as(7, Permission.SMARTEMS), "{'rowsPerPage': 10}");
        assertThat(tagged.path("rowCount").asInt()).isEqualTo(DEVICES / 100);
    }

    private JsonNode filtered(String field, String comparison, String value) {
        return page(
                admin,
                "{'filters': [{'filterBy': '%s', 'filterType': '%s', 'filterValue': %s}]}"
                        .formatted(field, comparison, value));
    }

    /** A count ends at 10,001 rows: what it begins to read in a row it does not read to the end. */
    private JsonNode page(ResourceClient client, String body) {
        explaining.take();
        JsonNode page = client.post("device/list", body);
        assertThat(page.path("results").size()).as(body).isPositive();
        assertThat(explaining.take())
                .filteredOn(plan -> !plan.startsWith("select count(*)"))
                .isNotEmpty()
                .allSatisfy(plan -> assertThat(plan).as(body).doesNotContainPattern(WHOLE_TABLE));
        return page;
    }
}
