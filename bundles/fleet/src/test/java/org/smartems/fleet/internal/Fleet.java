// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal;

import java.lang.annotation.Annotation;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.persistence.EntityManagerFactory;
import org.smartems.fleet.config.ConfigForm;
import org.smartems.fleet.config.ConfigView;
import org.smartems.fleet.config.Configs;
import org.smartems.fleet.credential.DeviceCredentials;
import org.smartems.fleet.device.DeviceBatches;
import org.smartems.fleet.device.Devices;
import org.smartems.fleet.devicetype.ConfigSlot;
import org.smartems.fleet.devicetype.DeviceTypeForm;
import org.smartems.fleet.devicetype.DeviceTypeView;
import org.smartems.fleet.devicetype.DeviceTypes;
import org.smartems.fleet.devicetype.FirmwareSlot;
import org.smartems.fleet.firmware.Firmwares;
import org.smartems.fleet.internal.access.Tags;
import org.smartems.fleet.internal.catalogue.CatalogueService;
import org.smartems.fleet.internal.catalogue.Changes;
import org.smartems.fleet.internal.config.ConfigRules;
import org.smartems.fleet.internal.config.ConfigService;
import org.smartems.fleet.internal.config.Generators;
import org.smartems.fleet.internal.config.StoredConfigs;
import org.smartems.fleet.internal.credential.DeviceCredentialService;
import org.smartems.fleet.internal.credential.StoredCredentials;
import org.smartems.fleet.internal.device.ConfigPreview;
import org.smartems.fleet.internal.device.DeviceBatchService;
import org.smartems.fleet.internal.device.DeviceDrafts;
import org.smartems.fleet.internal.device.DeviceResource;
import org.smartems.fleet.internal.device.DeviceRules;
import org.smartems.fleet.internal.device.DeviceService;
import org.smartems.fleet.internal.device.Identification;
import org.smartems.fleet.internal.device.StoredDevices;
import org.smartems.fleet.internal.device.TemplateApplying;
import org.smartems.fleet.internal.devicetype.DeviceTypeRules;
import org.smartems.fleet.internal.devicetype.DeviceTypeService;
import org.smartems.fleet.internal.devicetype.ProcedureSettings;
import org.smartems.fleet.internal.devicetype.StoredDeviceTypes;
import org.smartems.fleet.internal.firmware.AnySchema;
import org.smartems.fleet.internal.firmware.FirmwareFiles;
import org.smartems.fleet.internal.firmware.FirmwareRules;
import org.smartems.fleet.internal.firmware.FirmwareService;
import org.smartems.fleet.internal.firmware.HardwareFileResource;
import org.smartems.fleet.internal.firmware.HardwareFileService;
import org.smartems.fleet.internal.firmware.LeftFiles;
import org.smartems.fleet.internal.firmware.StoredFirmware;
import org.smartems.fleet.internal.firmware.Versionings;
import org.smartems.fleet.internal.hardware.FirmwareRuleService;
import org.smartems.fleet.internal.hardware.HardwareResource;
import org.smartems.fleet.internal.hardware.HardwareService;
import org.smartems.fleet.internal.label.LabelResource;
import org.smartems.fleet.internal.label.LabelService;
import org.smartems.fleet.internal.procedure.Authenticators;
import org.smartems.fleet.internal.procedure.Procedures;
import org.smartems.fleet.internal.template.StoredTemplates;
import org.smartems.fleet.internal.template.TemplateResource;
import org.smartems.fleet.internal.template.TemplateService;
import org.smartems.fleet.internal.template.TemplateSnapshots;
import org.smartems.fleet.internal.template.TemplateVersionResource;
import org.smartems.fleet.label.Labels;
import org.smartems.fleet.plugin.InstalledPlugIns;
import org.smartems.fleet.template.Templates;
import org.smartems.fleet.template.VersionForm;
import org.smartems.persistence.Transactions;
import org.smartems.persistence.encryption.Encryption;
import org.smartems.resource.Resources;
import org.smartems.resource.testing.ResourceClient;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.FieldRequirement;

/** The services of this bundle as Declarative Services would wire them, with fake plug-ins. */
public final class Fleet {

    public final InstalledPlugIns plugIns = new InstalledPlugIns();
    public final Procedures procedures = new Procedures(plugIns);
    public final Authenticators authenticators = new Authenticators(plugIns);
    public final Generators generators = new Generators();
    public final Versionings versionings = new Versionings();
    public final FakeProcedure router = FakeProcedure.router();
    public final FakeProcedure gateway = FakeProcedure.gateway();
    public final CatalogueService catalogue;
    public final Changes changes;
    public final FakeAuditLog audit;
    public final DeviceTypes types;
    public final FakeConfigurations configurations = new FakeConfigurations();
    public final ConfigRules configRules = new ConfigRules(generators, configurations);
    public final Configs configs;
    private ConfigPreview preview;
    public final Templates templates;
    public final Devices devices;
    public final DeviceBatches batches;
    public final Labels labels;
    public final StoredTemplates storedTemplates;
    public final DeviceCredentials credentials;
    public final FakeFileStore files = new FakeFileStore();
    public final FakeUploads uploads = new FakeUploads(files);
    public final FirmwareFiles firmwareFiles;
    public final Firmwares firmwares;
    public final LeftFiles leftFiles;
    public final TemplateSnapshots snapshots;

    private final Transactions transactions;
    private final EntityManagerFactory unit;
    private final Identification identification = new Identification(configurations);
    public final StoredDeviceTypes storedTypes;
    private final Tags tags;

    Fleet(Transactions transactions, EntityManagerFactory unit, Encryption encryption) {
        this.transactions = transactions;
        this.unit = unit;
        addPlugIns();
        ProcedureSettings settings = new ProcedureSettings(encryption);
        storedTypes = new StoredDeviceTypes(unit, transactions, settings);
        StoredCredentials storedCredentials = new StoredCredentials(transactions, encryption);
        catalogue = new CatalogueService(transactions, storedTypes, storedCredentials, identification);
        changes = new Changes(transactions, catalogue);
        audit = new FakeAuditLog(transactions);
        DeviceTypeRules rules =
                new DeviceTypeRules(storedTypes, procedures, authenticators, versionings, identification);
        types = new DeviceTypeService(storedTypes, rules, settings, procedures, changes, audit, transactions);
        tags = new Tags(transactions);
        storedTemplates = new StoredTemplates(unit, transactions);
        labels = new LabelService(changes, transactions, audit);
        templates = new TemplateService(storedTemplates, storedTypes, tags, audit, changes, transactions);
        configs = newConfigs();
        TemplateApplying applying = new TemplateApplying(storedTemplates, storedTypes, tags);
        DeviceDrafts drafts = new DeviceDrafts(transactions, audit);
        devices = newDevices(applying, drafts);
        batches = new DeviceBatchService(drafts, storedTypes, applying, tags, changes, transactions, audit);
        credentials = new DeviceCredentialService(unit, transactions, storedCredentials, storedTypes, changes, audit);
        StoredFirmware storedFirmware = new StoredFirmware(unit, transactions);
        firmwareFiles = new FirmwareFiles(files, uploads, storedFirmware, changes, new Limits());
        FirmwareRules firmwareRules = new FirmwareRules(storedFirmware, storedTypes);
        firmwares = new FirmwareService(storedFirmware, firmwareRules, firmwareFiles, changes, audit, transactions);
        leftFiles = new LeftFiles(transactions, storedFirmware, firmwareFiles);
        snapshots = new TemplateSnapshots(transactions, generators);
    }

    /** Everything that the REST API serves of devices and templates, for an administrator. */
    public ResourceClient client(Transactions seen, Resources... more) {
        Stream<Resources> own = Stream.of(
                new LabelResource(labels),
                new DeviceResource(devices, batches, preview),
                new TemplateResource(templates),
                new TemplateVersionResource(templates, storedTemplates));
        return ResourceClient.of(seen, Stream.concat(own, Stream.of(more)).toArray(Resources[]::new));
    }

    private void addPlugIns() {
        plugIns.addProcedure(router);
        plugIns.addProcedure(gateway);
        generators.addGenerator(new FakeGenerator("twig"));
        versionings.addVersioning(new AnySchema());
    }

    private Configs newConfigs() {
        StoredConfigs stored = new StoredConfigs(unit, transactions);
        return new ConfigService(stored, storedTypes, configRules, generators, changes, audit, transactions);
    }

    private Devices newDevices(TemplateApplying applying, DeviceDrafts drafts) {
        StoredDevices storedDevices = new StoredDevices(unit, transactions);
        preview = new ConfigPreview(storedDevices, storedTypes, generators, configRules, transactions);
        return new DeviceService(
                storedDevices,
                storedTypes,
                new DeviceRules(storedDevices, storedTemplates, tags),
                applying,
                procedures,
                identification,
                drafts,
                preview,
                audit,
                changes,
                transactions);
    }

    public HardwareResource hardware() {
        return new HardwareResource(
                new HardwareService(changes, transactions, storedTypes, audit),
                new FirmwareRuleService(changes, transactions, storedTypes, versionings, audit));
    }

    public HardwareFileResource hardwareFiles() {
        StoredFirmware stored = new StoredFirmware(unit, transactions);
        return new HardwareFileResource(new HardwareFileService(changes, transactions, stored, firmwareFiles, audit));
    }

    void close() {
        catalogue.stop();
        plugIns.close();
        generators.close();
        versionings.close();
    }

    /** A form for routers that is complete. */
    public DeviceTypeForm routerForm(String name, String commonNamePrefix, String routePrefix) {
        return with(types.defaults("router"), Capability.VARIABLES, Capability.REQUEST_DIAGNOSE)
                .withIdentity(name, commonNamePrefix, routePrefix);
    }

    /** A form for gateways that is complete, with one slot for each of firmware and JSON. */
    public DeviceTypeForm gatewayForm(String name, String commonNamePrefix, String routePrefix) {
        DeviceTypeForm form =
                with(types.defaults("edgeGateway"), Capability.FIRMWARE1, Capability.CONFIG1, Capability.VARIABLES);
        return new DeviceTypeForm(
                name,
                "Edge gateway",
                commonNamePrefix,
                form.communicationProcedure(),
                routePrefix,
                form.capabilities(),
                Map.of(1, new FirmwareSlot("Firmware", "")),
                Map.of(1, new ConfigSlot("Config", true)),
                form.requirements(),
                form.firmwareVersioning(),
                form.options());
    }

    /** A stored type of routers. */
    public DeviceTypeView router(String name) {
        return types.create(FleetFixture.AUTHOR, routerForm(name, prefix(name), "/router/" + name));
    }

    /** A stored type of gateways. */
    public DeviceTypeView gateway(String name) {
        return types.create(FleetFixture.AUTHOR, gatewayForm(name, prefix(name), "/api/" + name));
    }

    /** A stored config of the first slot. */
    public ConfigView config(DeviceTypeView type, String name, String content) {
        return configs.create(FleetFixture.AUTHOR, type.id(), 1, new ConfigForm(name, "twig", content));
    }

    /** A version that has nothing but a name. */
    public static VersionForm version(String name) {
        return new VersionForm(name, "", "", Map.of(), Map.of(), List.of());
    }

    /** A version with a config in the first slot. */
    public static VersionForm version(String name, ConfigView config) {
        return new VersionForm(name, "", "", Map.of(1, config.id()), Map.of(), List.of());
    }

    /** The same form with more switched on. */
    public static DeviceTypeForm with(DeviceTypeForm form, Capability... more) {
        Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
        capabilities.addAll(form.capabilities());
        capabilities.addAll(Set.of(more));
        return withCapabilities(form, capabilities);
    }

    /** The same form with something switched off. */
    public static DeviceTypeForm without(DeviceTypeForm form, Capability... less) {
        Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
        capabilities.addAll(form.capabilities());
        capabilities.removeAll(Set.of(less));
        return withCapabilities(form, capabilities);
    }

    /** The same form with another requirement. */
    public static DeviceTypeForm with(DeviceTypeForm form, DeviceField field, FieldRequirement requirement) {
        Map<DeviceField, FieldRequirement> requirements = new TreeMap<>(form.requirements());
        requirements.put(field, requirement);
        return new DeviceTypeForm(
                form.name(),
                "Router",
                form.certificateCommonNamePrefix(),
                form.communicationProcedure(),
                form.routePrefix(),
                form.capabilities(),
                form.firmware(),
                form.configs(),
                requirements,
                form.firmwareVersioning(),
                form.options());
    }

    private static DeviceTypeForm withCapabilities(DeviceTypeForm form, Set<Capability> capabilities) {
        return new DeviceTypeForm(
                form.name(),
                "Router",
                form.certificateCommonNamePrefix(),
                form.communicationProcedure(),
                form.routePrefix(),
                capabilities,
                form.firmware(),
                form.configs(),
                form.requirements(),
                form.firmwareVersioning(),
                form.options());
    }

    /** Small enough for a test to exceed. */
    private static final class Limits implements FirmwareFiles.Config {

        @Override
        public Class<? extends Annotation> annotationType() {
            return FirmwareFiles.Config.class;
        }

        @Override
        public long maximumSize() {
            return 1000;
        }
    }

    private static String prefix(String name) {
        return name.substring(0, Math.min(6, name.length()));
    }
}
