// SPDX-License-Identifier: Apache-2.0
package org.smartems.demo.internal;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.config.Configs;
import org.smartems.fleet.credential.CredentialForm;
import org.smartems.fleet.credential.CredentialView;
import org.smartems.fleet.credential.DeviceCredentials;
import org.smartems.fleet.device.DeviceForm;
import org.smartems.fleet.device.Devices;
import org.smartems.fleet.devicetype.DeviceTypeForm;
import org.smartems.fleet.devicetype.DeviceTypeView;
import org.smartems.fleet.devicetype.DeviceTypes;
import org.smartems.fleet.firmware.FirmwareOrders;
import org.smartems.fleet.firmware.Firmwares;
import org.smartems.fleet.template.Templates;
import org.smartems.persistence.Transactions;
import org.smartems.platform.audit.Author;
import org.smartems.spi.procedure.DeviceField;

/** Makes what the devices of the demo need, where it is not there yet. */
@Component(service = Demo.class)
public final class Demo {

    static final Author AUTHOR = Author.system("demo");
    /** The server takes so many unknown devices of a credential in an hour, and some more. */
    static final int APPEARING = 800;

    private static final int PASSWORD_BYTES = 24;
    private static final int AT_ONCE = 100;

    private final DeviceTypes deviceTypes;
    private final DeviceCredentials credentials;
    private final Devices devices;
    private final Transactions transactions;
    private final DemoTemplates templates;
    private final SimulatorSettings settings;

    @Activate
    public Demo(
            @Reference DeviceTypes deviceTypes,
            @Reference DeviceCredentials credentials,
            @Reference Configs configs,
            @Reference Firmwares firmwares,
            @Reference FirmwareOrders orders,
            @Reference Templates templates,
            @Reference Devices devices,
            @Reference Transactions transactions) {
        this.deviceTypes = deviceTypes;
        this.credentials = credentials;
        this.devices = devices;
        this.transactions = transactions;
        this.templates = new DemoTemplates(configs, firmwares, orders, templates, transactions);
        this.settings = new SimulatorSettings(Path.of(System.getProperty("karaf.data"), "demo"));
    }

    /**
     * May be repeated, with any number.
     *
     * @param number of devices
     * @param progress takes a line for each thing
     */
    void prepare(int number, Consumer<String> progress) {
        Map<Kind, DeviceTypeView> types = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            types.put(kind, type(kind));
        }
        String password = settings.password().orElseGet(Demo::password);
        progress.accept(credential(password, types));
        Map<Kind, DeviceTypeForm> forms = new EnumMap<>(Kind.class);
        types.forEach((kind, type) -> forms.put(kind, type.values()));
        settings.write(number, password, SimulatorSettings.Ports.ofThisServer(), forms);
        progress.accept("Settings    " + settings.file());
        types.forEach((kind, type) -> templates.prepare(kind, type.id(), progress));
        types.forEach((kind, type) -> makeBeforehand(kind, type.id(), kind.share(number), progress));
    }

    private DeviceTypeView type(Kind kind) {
        return deviceTypes
                .find(kind.deviceType())
                .filter(DeviceTypeView::enabled)
                .orElseThrow(() -> new IllegalStateException(
                        "There is no enabled device type " + kind.deviceType() + ", which the demo needs"));
    }

    /** Its password is set each time: whatever it was, the devices log in. */
    private String credential(String password, Map<Kind, DeviceTypeView> types) {
        Set<Long> ids = types.values().stream().map(DeviceTypeView::id).collect(Collectors.toSet());
        CredentialForm form = new CredentialForm(SimulatorSettings.USERNAME, Optional.of(password), true, ids);
        Optional<CredentialView> stored = credentials.find(form.username());
        if (stored.isPresent()) {
            credentials.edit(AUTHOR, stored.get().id(), form);
        } else {
            credentials.create(AUTHOR, form);
        }
        return "Credential  " + form.username() + " for "
                + types.keySet().stream().map(Kind::deviceType).collect(Collectors.joining(", "));
    }

    /** Those that would be too many to appear by themselves. */
    private void makeBeforehand(Kind kind, long type, int number, Consumer<String> progress) {
        int first = kind.share(APPEARING) + 1;
        if (number < first) {
            return;
        }
        progress.accept("Devices     " + kind.serial(first) + " to " + kind.serial(number) + " …");
        long template = templates.find(kind, type).orElseThrow().id();
        for (int from = first; from <= number; from += AT_ONCE) {
            List<String> serials = IntStream.range(from, Math.min(from + AT_ONCE, number + 1))
                    .mapToObj(kind::serial)
                    .toList();
            transactions.run(() -> serials.forEach(serial -> make(kind, type, template, serial)));
        }
    }

    private void make(Kind kind, long type, long template, String serial) {
        if (devices.find(serial).isEmpty()) {
            DeviceForm form = DeviceForm.named(serial)
                    .with(DeviceField.SERIAL_NUMBER, serial)
                    .withTemplate(template, Kind.isStaging(serial))
                    .withVariables(templates.variables(kind))
                    .withFlags(Set.of(DemoTemplates.FIRST_WORK))
                    .enable();
            devices.create(AUTHOR, type, form);
        }
    }

    private static String password() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
