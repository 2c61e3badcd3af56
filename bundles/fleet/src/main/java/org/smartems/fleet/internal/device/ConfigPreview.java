// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.device;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.fleet.config.ConfigForm;
import org.smartems.fleet.device.ConfigGenerationException;
import org.smartems.fleet.device.DeviceView;
import org.smartems.fleet.internal.Refusals;
import org.smartems.fleet.internal.config.ConfigRendering;
import org.smartems.fleet.internal.config.ConfigRules;
import org.smartems.fleet.internal.config.ConfigSnapshot;
import org.smartems.fleet.internal.config.ConfigSnapshot.Source;
import org.smartems.fleet.internal.config.Generators;
import org.smartems.fleet.internal.devicetype.StoredDeviceTypes;
import org.smartems.fleet.internal.variable.PredefinedVariables;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.spi.config.ConfigException;
import org.smartems.spi.procedure.Capability;

/** Makes the config that a device would get now. */
@Component(service = ConfigPreview.class)
public final class ConfigPreview {

    private static final String EFFECTIVE = "select d.template_id, v.id as version_id, c.id, c.version, c.generator,"
            + " c.content, c.name from fleet_device d left join fleet_template t on t.id = d.template_id"
            + " left join fleet_template_version v on v.id = " + WorkFlags.EFFECTIVE_VERSION
            + " left join fleet_config c on c.id = v.configSLOT_id where d.id = ?";

    private final StoredDevices stored;
    private final StoredDeviceTypes types;
    private final Generators generators;
    private final ConfigRules rules;
    private final Transactions transactions;

    @Activate
    public ConfigPreview(
            @Reference StoredDevices stored,
            @Reference StoredDeviceTypes types,
            @Reference Generators generators,
            @Reference ConfigRules rules,
            @Reference Transactions transactions) {
        this.stored = stored;
        this.types = types;
        this.generators = generators;
        this.rules = rules;
        this.transactions = transactions;
    }

    /** What the effective version of a device's template has in a slot; ids are 0 where there is none. */
    private record Effective(long template, long version, Source config, String name) {}

    /** All that a config is made of, so that none of it is made while the database waits. */
    private record Ingredients(DeviceView device, DeviceType type, DeviceFacts facts, Effective effective) {}

    /** The text; compiles and renders outside of a transaction unless the caller is in one. */
    String text(long id, int slot, boolean lenient) {
        return made(transactions.call(() -> ingredients(id, slot)), slot, lenient);
    }

    /** The same of a text that is not stored: what a device would get if that were its config. */
    String typed(long id, int slot, ConfigForm form, boolean lenient) {
        rules.checkText(form);
        Source source = new Source(0, 0, form.generator().strip(), form.content());
        Ingredients ingredients = transactions.call(() -> {
            DeviceView device = stored.rows().get(id).orElseThrow(Refusals::notFound);
            DeviceType type = types.catalogued(device.deviceType()).orElseThrow();
            requireSlot(type, slot);
            return ingredients(device, type, new Effective(0, 0, source, form.name()));
        });
        return made(ingredients, slot, lenient);
    }

    private String made(Ingredients ingredients, int slot, boolean lenient) {
        Source source = ingredients.effective().config();
        ConfigSnapshot config =
                lenient ? ConfigSnapshot.lenient(source, generators) : ConfigSnapshot.of(source, generators);
        DeviceView device = ingredients.device();
        Map<String, Object> variables = PredefinedVariables.over(
                device.variables(),
                PredefinedVariables.of(ingredients.type(), device.identifier(), device.name(), ingredients.facts()));
        try {
            String text = ConfigRendering.render(ingredients.type(), slot, config, variables);
            if (text.isEmpty()) {
                throw failure("configDeviceInvalidEmpty", ingredients, new ConfigException("The config is empty", 0));
            }
            return text;
        } catch (ConfigException e) {
            boolean noJson = e.getCause() instanceof JsonProcessingException;
            throw failure(noJson ? "configDeviceInvalidJson" : "configDeviceSystemError", ingredients, e);
        }
    }

    private Ingredients ingredients(long id, int slot) {
        DeviceView device = stored.rows().get(id).orElseThrow(Refusals::notFound);
        DeviceType type = types.catalogued(device.deviceType()).orElseThrow();
        Effective effective = new Jdbc(transactions)
                .first(EFFECTIVE.replace("SLOT", String.valueOf(slot)), ConfigPreview::effective, id)
                .orElseThrow(Refusals::notFound);
        Refusals.denyIf(!type.has(Capability.TEMPLATES), "device.templatesDisabled");
        requireSlot(type, slot);
        Refusals.denyIf(effective.template() == 0, "device.templateMissing");
        Refusals.denyIf(effective.version() == 0, "device.templateVersionMising"); // so it is called by API clients
        Refusals.denyIf(effective.config().id() == 0, "device.config" + slot + "Missing");
        return ingredients(device, type, effective);
    }

    private Ingredients ingredients(DeviceView device, DeviceType type, Effective effective) {
        DeviceFacts facts = stored.rows().facts(device.id()).orElse(DeviceFacts.NONE);
        return new Ingredients(device, type, facts, effective);
    }

    private static void requireSlot(DeviceType type, int slot) {
        Refusals.denyIf(!type.has(Capability.config(slot)), "device.config" + slot + "Disabled");
    }

    private static Effective effective(ResultSet row) throws SQLException {
        Source config = new Source(
                row.getLong("id"), row.getInt("version"), row.getString("generator"), row.getString("content"));
        String name = Optional.ofNullable(row.getString("name")).orElse("");
        return new Effective(row.getLong("template_id"), row.getLong("version_id"), config, name);
    }

    private static ConfigGenerationException failure(String message, Ingredients ingredients, ConfigException e) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("nameConfig", ingredients.effective().name());
        parameters.put("identifier", ingredients.device().identifier());
        parameters.put("cause", String.valueOf(e.getMessage()));
        if (e.line() > 0) {
            parameters.put("line", e.line());
        }
        return new ConfigGenerationException("log." + message, parameters, e);
    }
}
