// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.config.ConfigForm;
import org.smartems.fleet.config.Configs;
import org.smartems.fleet.credential.CredentialForm;
import org.smartems.fleet.credential.DeviceCredentials;
import org.smartems.fleet.device.DeviceForm;
import org.smartems.fleet.device.Devices;
import org.smartems.fleet.devicetype.DeviceTypes;
import org.smartems.fleet.firmware.FirmwareForm;
import org.smartems.fleet.firmware.Firmwares;
import org.smartems.fleet.template.Templates;
import org.smartems.fleet.template.VersionForm;
import org.smartems.persistence.Transactions;
import org.smartems.platform.audit.Author;
import org.smartems.spi.procedure.DeviceField;

/**
 * Devices that have what they should: each is enabled, has a template whose firmware it reports, and
 * no work is requested.
 */
@Component(service = Preparation.class)
public final class Preparation {

    private static final Author AUTHOR = Author.system("benchmark");
    private static final int AT_ONCE = 100;

    private final DeviceTypes deviceTypes;
    private final DeviceCredentials credentials;
    private final Configs configs;
    private final Firmwares firmwares;
    private final Templates templates;
    private final Devices devices;
    private final Transactions transactions;

    @Activate
    public Preparation(
            @Reference DeviceTypes deviceTypes,
            @Reference DeviceCredentials credentials,
            @Reference Configs configs,
            @Reference Firmwares firmwares,
            @Reference Templates templates,
            @Reference Devices devices,
            @Reference Transactions transactions) {
        this.deviceTypes = deviceTypes;
        this.credentials = credentials;
        this.configs = configs;
        this.firmwares = firmwares;
        this.templates = templates;
        this.devices = devices;
        this.transactions = transactions;
    }

    /** To be called once: a benchmark has a home of its own. */
    Properties prepare(int number) throws IOException {
        Properties users = new Properties();
        long routers = type("TK800");
        credential(routers, "tk800", users);
        prepare(routers, "1.0.0.r10406", number);
        long gateways = type("Edge gateway");
        credential(gateways, "edge-gateway", users);
        prepare(gateways, "v1.9.0", number);
        return users;
    }

    private long type(String name) {
        return deviceTypes.find(name).orElseThrow().id();
    }

    private void credential(long type, String dialect, Properties users) {
        String password = UUID.randomUUID().toString();
        credentials.create(AUTHOR, new CredentialForm("bench-" + dialect, Optional.of(password), true, Set.of(type)));
        users.put(dialect + ".username", "bench-" + dialect);
        users.put(dialect + ".password", password);
    }

    private void prepare(long type, String firmware, int number) throws IOException {
        long template = template(type, firmware);
        for (int first = 0; first < number; first += AT_ONCE) {
            int from = first;
            int to = Math.min(first + AT_ONCE, number);
            transactions.run(() -> make(type, template, from, to));
        }
    }

    private long template(long type, String firmware) throws IOException {
        long file = firmwares
                .upload(
                        AUTHOR,
                        new FirmwareForm(type, 1, "Bench", firmware),
                        "bench.bin",
                        new ByteArrayInputStream(firmware.getBytes(US_ASCII)))
                .id();
        long config = configs.create(
                        AUTHOR, type, 1, new ConfigForm("Bench", "twig", "{\"device\": \"{{ serialNumber }}\"}\n"))
                .id();
        long template = templates.create(AUTHOR, type, "Bench").id();
        VersionForm form = new VersionForm("Bench", "", "", Map.of(1, config), Map.of(1, file), List.of());
        long version = templates.createStaging(AUTHOR, template, form).id();
        templates.selectStaging(AUTHOR, version, Set.of());
        templates.selectProduction(AUTHOR, version, Set.of());
        return template;
    }

    private void make(long type, long template, int from, int to) {
        for (int i = from; i < to; i++) {
            String serial = String.format(Locale.ROOT, "BENCH%06d", i);
            DeviceForm form = DeviceForm.named(serial)
                    .with(DeviceField.SERIAL_NUMBER, serial)
                    .withTemplate(template, false)
                    .enable();
            devices.create(AUTHOR, type, form);
        }
    }
}
