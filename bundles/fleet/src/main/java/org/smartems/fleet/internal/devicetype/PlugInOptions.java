// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.devicetype;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.internal.config.ConfigRules;
import org.smartems.fleet.internal.firmware.Versionings;
import org.smartems.fleet.internal.procedure.Authenticators;
import org.smartems.fleet.internal.procedure.Procedures;
import org.smartems.resource.Field;
import org.smartems.resource.Permission;
import org.smartems.resource.Resources;
import org.smartems.resource.Result;
import org.smartems.resource.Route;
import org.smartems.resource.Target;

/** What the plug-ins of the server offer for choice: ids, with a text for people or the id of one. */
@Component(service = Resources.class)
public final class PlugInOptions implements Resources {

    /** The procedures. */
    public static final Target PROCEDURES = new Target("", "options/communication/procedures");
    /** The ways to log in. */
    public static final Target METHODS = new Target("", "options/authentication/methods");
    /** The generators. */
    public static final Target GENERATORS = new Target("", "options/config/generators");
    /** The orders of firmware versions. */
    public static final Target VERSIONINGS = new Target("", "options/firmware/versionings");

    private final Procedures procedures;
    private final Authenticators authenticators;
    private final ConfigRules configs;
    private final Versionings versionings;

    @Activate
    public PlugInOptions(
            @Reference Procedures procedures,
            @Reference Authenticators authenticators,
            @Reference ConfigRules configs,
            @Reference Versionings versionings) {
        this.procedures = procedures;
        this.authenticators = authenticators;
        this.configs = configs;
        this.versionings = versionings;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                route(PROCEDURES, "Procedures that are installed", this::procedures, Permission.ADMIN),
                route(METHODS, "Ways to log in that are installed, and none", this::methods, Permission.ADMIN),
                route(
                        GENERATORS,
                        "Generators that are installed and not switched off",
                        () -> configs.offered(),
                        Permission.ADMIN,
                        Permission.SMARTEMS),
                route(
                        VERSIONINGS,
                        "Orders of firmware versions that are installed",
                        () -> versionings.offered(),
                        Permission.ADMIN));
    }

    private static Route route(
            Target target, String summary, Supplier<Map<String, String>> offered, Permission... readers) {
        return Route.get(target.choices())
                .access(readers)
                .answers(Route.Answer.OPTIONS, Field.text("id", null), Field.text("representation", null))
                .summary(summary)
                .handle(call -> {
                    ArrayNode options = JsonNodeFactory.instance.arrayNode();
                    offered.get()
                            .forEach((id, text) ->
                                    options.addObject().put("id", id).put("representation", text));
                    return Result.json(options);
                });
    }

    private Map<String, String> procedures() {
        Map<String, String> offered = new LinkedHashMap<>();
        procedures.ids().forEach(id -> offered.put(id, "enum.deviceType.communicationProcedure." + id));
        return offered;
    }

    private Map<String, String> methods() {
        Map<String, String> offered = new LinkedHashMap<>();
        offered.put(OptionRules.NO_AUTHENTICATION, method(OptionRules.NO_AUTHENTICATION));
        authenticators.methods().forEach(id -> offered.put(id, method(id)));
        return offered;
    }

    private static String method(String id) {
        return "enum.deviceType.authenticationMethod." + id;
    }
}
