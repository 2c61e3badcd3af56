// SPDX-License-Identifier: Apache-2.0
package org.smartems.demo.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.smartems.fleet.Variable;
import org.smartems.fleet.config.ConfigForm;
import org.smartems.fleet.config.ConfigView;
import org.smartems.fleet.config.Configs;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.firmware.FirmwareForm;
import org.smartems.fleet.firmware.FirmwareOrders;
import org.smartems.fleet.firmware.FirmwareView;
import org.smartems.fleet.firmware.Firmwares;
import org.smartems.fleet.template.TemplateView;
import org.smartems.fleet.template.Templates;
import org.smartems.fleet.template.VersionForm;
import org.smartems.fleet.template.VersionView;
import org.smartems.persistence.Transactions;

/** Makes configs, firmware and a template for a kind of devices, where they are not there yet. */
final class DemoTemplates {

    /** What a device gets with its template, besides the firmware that it lacks. */
    static final WorkFlag FIRST_WORK = WorkFlag.REINSTALL_CONFIG1;

    private final Configs configs;
    private final Firmwares firmwares;
    private final FirmwareOrders orders;
    private final Templates templates;
    private final Transactions transactions;

    DemoTemplates(
            Configs configs,
            Firmwares firmwares,
            FirmwareOrders orders,
            Templates templates,
            Transactions transactions) {
        this.configs = configs;
        this.firmwares = firmwares;
        this.orders = orders;
        this.templates = templates;
        this.transactions = transactions;
    }

    Optional<TemplateView> find(Kind kind, long type) {
        return templates.find(type, kind.template()).stream().findFirst();
    }

    /** What devices take over from their template. */
    List<Variable> variables(Kind kind) {
        return List.of(
                Variable.of("site", "Demo " + kind.deviceType()),
                Variable.of("lanAddress", kind == Kind.GATEWAY ? "192.168.3.1" : "192.168.2.1"),
                Variable.of("ntpServers", "0.pool.ntp.org, 1.pool.ntp.org"),
                Variable.of("syslogServer", "192.0.2.10"),
                Variable.of("debug", "no"));
    }

    void prepare(Kind kind, long type, Consumer<String> progress) {
        Map<Integer, Long> ids = new TreeMap<>();
        kind.configs().forEach((slot, file) -> ids.put(slot, config(type, slot, file)));
        kind.versioning().ifPresent(versioning -> orders.order(Demo.AUTHOR, type, 1, versioning));
        List<Map<Integer, Long>> firmware = kind.firmwareVersions().stream()
                .map(version -> firmware(kind, type, version))
                .toList();
        if (find(kind, type).isEmpty()) {
            transactions.run(() -> make(kind, type, ids, firmware));
        }
        String way = kind.versioning().isPresent() ? " then " : " or ";
        progress.accept("Template    " + kind.template() + ", firmware " + String.join(way, kind.firmwareVersions()));
    }

    private void make(Kind kind, long type, Map<Integer, Long> configIds, List<Map<Integer, Long>> firmware) {
        long template = templates.create(Demo.AUTHOR, type, kind.template()).id();
        Map<Integer, Long> current = firmware.get(firmware.size() - 2);
        VersionView production = staging(template, form(kind, "Production", configIds, current));
        templates.selectProduction(Demo.AUTHOR, production.id(), Set.of());
        staging(template, form(kind, "Next", configIds, firmware.get(firmware.size() - 1)));
    }

    /** Every version begins as one of staging. */
    private VersionView staging(long template, VersionForm form) {
        VersionView version = templates.createStaging(Demo.AUTHOR, template, form);
        return templates.selectStaging(Demo.AUTHOR, version.id(), Set.of());
    }

    private VersionForm form(Kind kind, String name, Map<Integer, Long> configIds, Map<Integer, Long> firmware) {
        String ofDevices = "Simulated device of the demo";
        return new VersionForm(name, "", ofDevices, configIds, firmware, variables(kind));
    }

    private long config(long type, int slot, String file) {
        String name = "Demo " + file.replace(".twig", "");
        return configs.find(type, slot, name).map(ConfigView::id).orElseGet(() -> configs.create(
                        Demo.AUTHOR, type, slot, new ConfigForm(name, "twig", text(file)))
                .id());
    }

    /** By slot: that version, and the packages of the kind. */
    private Map<Integer, Long> firmware(Kind kind, long type, String version) {
        Map<Integer, Long> ids = new TreeMap<>();
        ids.put(1, firmware(type, 1, version));
        kind.packages().forEach((slot, other) -> ids.put(slot, firmware(type, slot, other)));
        return ids;
    }

    private long firmware(long type, int slot, String version) {
        String name = "Demo " + version;
        return firmwares.find(type, slot, name).map(FirmwareView::id).orElseGet(() -> {
            InputStream file = new ByteArrayInputStream(FirmwareFile.of(version));
            try {
                return firmwares
                        .upload(
                                Demo.AUTHOR,
                                new FirmwareForm(type, slot, name, version),
                                "demo-" + version + ".bin",
                                file)
                        .id();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String text(String file) {
        try (InputStream in = DemoTemplates.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
