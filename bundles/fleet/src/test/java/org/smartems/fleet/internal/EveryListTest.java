// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.internal.command.DeviceCommandResource;
import org.smartems.fleet.internal.config.ConfigResource;
import org.smartems.fleet.internal.credential.DeviceAuthenticationResource;
import org.smartems.fleet.internal.customdata.CustomDataResource;
import org.smartems.fleet.internal.customdata.CustomDataService;
import org.smartems.fleet.internal.devicetype.DeviceTypeResource;
import org.smartems.fleet.internal.firmware.FirmwareResource;
import org.smartems.fleet.internal.log.CommunicationLogResource;
import org.smartems.fleet.internal.log.EvidenceResources;
import org.smartems.fleet.internal.log.FailedLoginResource;
import org.smartems.fleet.internal.log.StoredLogs;
import org.smartems.fleet.internal.update.UpdateSteps;
import org.smartems.persistence.Transactions;
import org.smartems.resource.Permission;
import org.smartems.resource.Resources;
import org.smartems.resource.testing.CountingTransactions;
import org.smartems.resource.testing.ExplainingTransactions;
import org.smartems.resource.testing.ResourceClient;

/** What holds for each list of this bundle: it asks as much for many rows as for one, and never reads all devices. */
class EveryListTest extends FleetFixture {

    private static final int DEVICES = 20_000;
    private static final int MANY = 400;
    private static final String ALL_DEVICES = "Seq Scan on fleet_device(_state)? ";

    /** With a field that has a 1 in some rows; the lists of devices and of the larger logs have tests of their own. */
    private static final Map<String, String> SMALL_LISTS = new TreeMap<>(Map.ofEntries(
            Map.entry("config", "name"),
            Map.entry("customdatafield", "path"),
            Map.entry("deviceauthentication", "username"),
            Map.entry("devicetype", "name"),
            Map.entry("firmware", "name"),
            Map.entry("firmwarehardware", "filename"),
            Map.entry("firmwarerule", "id"),
            Map.entry("hardware", "name"),
            Map.entry("label", "name"),
            Map.entry("template", "name"),
            Map.entry("templateversion", "name")));

    private static final List<String> OF_OPERATORS =
            List.of("config", "firmware", "firmwarehardware", "template", "templateversion");

    private static final List<String> LARGE_LISTS = List.of(
            "communicationlog", "configlog", "device", "devicecommand", "devicefailedloginattempt", "diagnoselog");

    private long type;

    @BeforeEach
    void makeTypes() throws Exception {
        type = fleet.router("tk800").id();
        accessTag(1, 7);
    }

    @Test
    void manyRowsTakeNoMoreStatementsThanOne() throws Exception {
        CountingTransactions counting = new CountingTransactions(transactions);
        ResourceClient admin = client(counting).as(8, Permission.ADMIN);
        add(1, 1);
        TreeMap<String, Integer> one = new TreeMap<>();
        for (String list : all()) {
            one.put(list, statements(counting, admin, list, 1));
        }
        add(50, 50);
        for (String list : all()) {
            assertThat(statements(counting, admin, list, 20)).as(list).isLessThanOrEqualTo(one.get(list));
        }
    }

    private static int statements(CountingTransactions counting, ResourceClient client, String list, int rows) {
        counting.take();
        JsonNode page = client.post(list + "/list", "{'rowsPerPage': 20}");
        assertThat(page.path("results").size()).as(list).isGreaterThanOrEqualTo(list.equals("firmwarerule") ? 1 : rows);
        List<String> statements = counting.take();
        assertThat(statements).as(list).isNotEmpty();
        return statements.size();
    }

    @Test
    void noPageNorItsCountReadsAllDevices() throws Exception {
        ExplainingTransactions explaining = new ExplainingTransactions(transactions);
        ResourceClient admin = client(explaining).as(8, Permission.ADMIN);
        ResourceClient operator = admin.as(7, Permission.SMARTEMS);
        add(MANY, DEVICES);
        for (String list : SMALL_LISTS.keySet()) {
            readPages(explaining, admin, list);
        }
        for (String list : OF_OPERATORS) {
            readPages(explaining, operator, list);
        }
    }

    private static void readPages(ExplainingTransactions explaining, ResourceClient client, String list) {
        explaining.take();
        int rows = client.post(list + "/list", "{'rowsPerPage': 10}")
                .path("rowCount")
                .asInt();
        assertThat(rows).as(list).isPositive();
        client.post(list + "/list", "{'rowsPerPage': 10, 'page': " + (rows + 9) / 10 + "}");
        String filter = "{'filterBy': '%s', 'filterType': 'like', 'filterValue': '1'}";
        client.post(list + "/list", "{'filters': [" + filter.formatted(SMALL_LISTS.get(list)) + "]}");
        assertThat(explaining.take())
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(plan -> assertThat(plan).as(list).doesNotContainPattern(ALL_DEVICES));
    }

    private void add(int rows, int devices) throws Exception {
        for (String statement : ManyRows.of(type, rows, devices)) {
            sql(statement);
        }
    }

    private static List<String> all() {
        return Stream.concat(SMALL_LISTS.keySet().stream(), LARGE_LISTS.stream())
                .toList();
    }

    private ResourceClient client(Transactions seen) {
        StoredLogs logs = new StoredLogs(transactions, encryption);
        Resources[] others = {
            new CommunicationLogResource(logs, seen),
            new ConfigResource(fleet.configs),
            new CustomDataResource(new CustomDataService(fleet.changes, transactions, fleet.storedTypes, fleet.audit)),
            new DeviceAuthenticationResource(fleet.credentials),
            new DeviceCommandResource(),
            new DeviceTypeResource(fleet.types, fleet.procedures),
            new EvidenceResources(logs),
            new FailedLoginResource(),
            new FirmwareResource(fleet.firmwares, new UpdateSteps(seen, fleet.versionings, fleet.procedures)),
            fleet.hardware(),
            fleet.hardwareFiles()
        };
        return fleet.client(seen, others);
    }
}
