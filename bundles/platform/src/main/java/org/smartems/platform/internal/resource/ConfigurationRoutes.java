// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.resource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.platform.configuration.ConfigurationAdministration;
import org.smartems.platform.configuration.GeneralForm;
import org.smartems.platform.configuration.GeneralForm.Locks;
import org.smartems.platform.configuration.GeneralForm.Passwords;
import org.smartems.platform.configuration.HiddenDocumentation;
import org.smartems.resource.Call;
import org.smartems.resource.Field;
import org.smartems.resource.In;
import org.smartems.resource.Input;
import org.smartems.resource.Permission;
import org.smartems.resource.Resources;
import org.smartems.resource.Result;
import org.smartems.resource.Route;

/** The settings of the whole server, and maintenance. */
@Component(service = Resources.class)
public final class ConfigurationRoutes implements Resources {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ConfigurationAdministration configurations;
    private final Jdbc jdbc;
    private final List<Route> routes;

    @Activate
    public ConfigurationRoutes(
            @Reference ConfigurationAdministration configurations, @Reference Transactions transactions) {
        this.configurations = configurations;
        this.jdbc = new Jdbc(transactions);
        routes = List.of(
                reads("configuration/general", ConfigurationFields.GENERAL),
                writes("configuration/general", ConfigurationFields.GENERAL, this::editGeneral),
                reads("configuration/logs", ConfigurationFields.LOGS),
                writes("configuration/logs", ConfigurationFields.LOGS, this::editLogs),
                reads("configuration/documentation", ConfigurationFields.DOCUMENTATION),
                writes("configuration/documentation", ConfigurationFields.DOCUMENTATION, this::editDocumentation),
                maintenance("GET", true),
                maintenance("POST", true),
                maintenance("GET", false),
                maintenance("POST", false));
    }

    @Override
    public List<Route> routes() {
        return routes;
    }

    /** Stores what was sent. */
    @FunctionalInterface
    private interface Edit {
        void edit(Call call);
    }

    private Route reads(String path, List<Field> fields) {
        return Route.get(path)
                .access(Permission.ADMIN)
                .answers(Route.Answer.OBJECT, fields.toArray(Field[]::new))
                .summary("Read the settings")
                .handle(call -> answer(fields));
    }

    private Route writes(String path, List<Field> fields, Edit edit) {
        return reads(path, fields)
                .by("POST")
                .input(In.EDIT, fields)
                .summary("Replace the settings")
                .handle(call -> {
                    edit.edit(call);
                    return answer(fields);
                });
    }

    private Route maintenance(String method, boolean on) {
        return Route.get(on ? "maintenance/mode/enable" : "maintenance/mode/disable")
                .by(method)
                .access(Permission.ADMIN)
                .answers(Route.Answer.NOTHING)
                .summary(on ? "Begin maintenance" : "End maintenance")
                .handle(call -> {
                    configurations.setMaintenanceMode(Calls.author(call), on);
                    return Result.none();
                });
    }

    private void editGeneral(Call call) {
        Input input = call.input();
        configurations.editGeneral(
                Calls.author(call),
                new GeneralForm(
                        input.text("routerIdentifier"),
                        input.bool("configGeneratorPhp"),
                        input.bool("configGeneratorTwig"),
                        new Passwords(
                                input.integer("passwordExpireDays"),
                                input.integer("passwordBlockReuseOldPasswordCount"),
                                input.integer("passwordMinimumLength"),
                                input.bool("passwordDigitRequired"),
                                input.bool("passwordBigSmallCharRequired"),
                                input.bool("passwordSpecialCharRequired")),
                        new Locks(
                                input.bool(ConfigurationFields.LOCKS),
                                input.integer("failedLoginAttemptsLimit"),
                                input.text("failedLoginAttemptsDisablingDuration")),
                        input.integer("autoRemoveBackupsAfter"),
                        input.integer("diskUsageAlarm"),
                        input.integer("maximumNewDevicesPerHour")));
    }

    private void editLogs(Call call) {
        Map<String, Integer> limits = new HashMap<>();
        ConfigurationFields.LOGS.forEach(
                field -> call.input().integer(field.name()).ifPresent(number -> limits.put(field.name(), number)));
        configurations.editLogs(Calls.author(call), limits);
    }

    private void editDocumentation(Call call) {
        Input input = call.input();
        configurations.editDocumentation(
                Calls.author(call),
                new HiddenDocumentation(
                        input.bool(ConfigurationFields.ADMIN_DOCUMENTATION),
                        input.bool(ConfigurationFields.SMARTEMS_DOCUMENTATION),
                        input.bool(ConfigurationFields.VPN_DOCUMENTATION)));
    }

    private Result answer(List<Field> fields) {
        String members = fields.stream()
                .map(field -> "'" + field.name() + "', " + ConfigurationFields.sql(field))
                .collect(Collectors.joining(", "));
        String json = jdbc.first(
                        "select jsonb_strip_nulls(jsonb_build_object(" + members
                                + "))::text from platform_configuration",
                        row -> row.getString(1))
                .orElseThrow();
        try {
            return Result.json(MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
