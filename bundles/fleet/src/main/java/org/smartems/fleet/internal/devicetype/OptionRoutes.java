// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.devicetype;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.internal.Refusals;
import org.smartems.fleet.internal.access.Access;
import org.smartems.fleet.internal.access.Requests;
import org.smartems.fleet.internal.access.UsedFiles;
import org.smartems.persistence.Transactions;
import org.smartems.resource.Call;
import org.smartems.resource.Engine;
import org.smartems.resource.Field;
import org.smartems.resource.Permission;
import org.smartems.resource.Resources;
import org.smartems.resource.Result;
import org.smartems.resource.Route;
import org.smartems.resource.Shape;
import org.smartems.resource.Sql;

/** What the forms of clients offer for choice: things by id and representation. */
@Component(service = Resources.class)
public final class OptionRoutes implements Resources {

    private static final Permission[] EVERYBODY = {Permission.ADMIN, Permission.SMARTEMS, Permission.VPN};
    private static final Permission[] OPERATORS = {Permission.ADMIN, Permission.SMARTEMS};

    private static final Shape USER = Shape.of("platform_user_ref u", "u.id", "u.representation");
    private static final Shape DEVICE = Shape.of("fleet_device d", "d.id", "d.name");
    private static final Shape LABEL = Shape.of("fleet_label l", "l.id", "l.name");
    private static final Shape TEMPLATE = Shape.of("fleet_template t", "t.id", "t.name");
    private static final Shape CONFIG = Shape.of("fleet_config c", "c.id", "c.name");
    private static final Shape HARDWARE = Shape.of("fleet_hardware w", "w.id", "w.name");
    private static final Shape FIRMWARE = Shape.of("fleet_firmware f", "f.id", "f.name");

    private final Engine engine;

    @Activate
    public OptionRoutes(@Reference Transactions transactions) {
        this.engine = new Engine(transactions, format -> Optional.empty());
    }

    @Override
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>(types());
        routes.add(route("users", USER, call -> all("u.representation, u.id"), Permission.ADMIN));
        routes.add(route("labels", LABEL, call -> all("l.name, l.id"), EVERYBODY));
        routes.add(route("devices", DEVICE, OptionRoutes::devices, EVERYBODY));
        routes.add(route("templates", TEMPLATE, call -> templates(call, Sql.TRUE), EVERYBODY));
        routes.add(route(
                "templates/{deviceTypeId}",
                TEMPLATE,
                call -> templates(call, Sql.of("t.device_type_id = ?", call.id("deviceTypeId"))),
                EVERYBODY));
        routes.add(route("configs/{feature}/{deviceTypeId}", CONFIG, call -> files(call, "c", "config"), OPERATORS));
        routes.add(
                route("firmwares/{feature}/{deviceTypeId}", FIRMWARE, call -> files(call, "f", "firmware"), OPERATORS));
        routes.add(route("hardware/{deviceTypeId}", HARDWARE, OptionRoutes::hardware, OPERATORS));
        routes.add(route(
                "access/tags",
                Requests.ANY_ACCESS_TAG,
                OptionRoutes::tags,
                Permission.ADMIN,
                Permission.SMARTEMS,
                Permission.VPN_ENDPOINTDEVICES));
        routes.add(type());
        return routes;
    }

    private Route type() {
        return Route.get("options/devicetype/{id}")
                .access(OPERATORS)
                .answers(Route.Answer.OBJECT, DeviceTypeFields.all().toArray(Field[]::new))
                .summary("A device type that can be used")
                .handle(this::type);
    }

    private List<Route> types() {
        List<Route> routes = new ArrayList<>();
        routes.add(types("device/types", "true", EVERYBODY));
        routes.add(types("available/device/types", "t.enabled", EVERYBODY));
        List.of("template", "config", "firmware", "hardware").forEach(kind -> {
            String able =
                    switch (kind) {
                        case "template" -> "t.capabilities like '%hasTemplates%'";
                        case "config" -> "t.capabilities like '%hasConfig%'";
                        case "hardware" -> "exists (select 1 from fleet_hardware w where w.device_type_id = t.id)";
                        default -> "t.capabilities like '%hasFirmware%'";
                    };
            routes.add(types(kind + "/device/types", able, OPERATORS));
            routes.add(types("available/" + kind + "/device/types", "t.enabled and " + able, OPERATORS));
        });
        return routes;
    }

    private Route types(String path, String condition, Permission... permissions) {
        return route(
                path,
                DeviceTypeShapes.OPTION,
                call -> Sql.of("where " + condition + " order by t.name, t.id"),
                permissions);
    }

    private Route route(String path, Shape shape, Function<Call, Sql> rest, Permission... permissions) {
        return Route.get("options/" + path)
                .access(permissions)
                .answers(Route.Answer.OPTIONS, shape.fields().stream().skip(2).toArray(Field[]::new))
                .summary("Choice")
                .handle(call -> {
                    ArrayNode options = JsonNodeFactory.instance.arrayNode();
                    engine.options(shape, call.requester(), rest.apply(call)).forEach(options::add);
                    return Result.json(options);
                });
    }

    private static Sql all(String order) {
        return Sql.of("order by " + order);
    }

    private static Sql devices(Call call) {
        return where(Requests.unlessAdmin(user -> Access.device("d", user)).apply(call.requester()), "d.name, d.id");
    }

    private static Sql templates(Call call, Sql condition) {
        Sql visible = Requests.unlessAdmin(user -> Access.template("t", user)).apply(call.requester());
        return where(condition.and(visible), "t.name, t.id");
    }

    private static Sql files(Call call, String alias, String column) {
        Sql condition = Sql.of(
                alias + ".slot = ? and " + alias + ".device_type_id = ?", call.id("feature"), call.id("deviceTypeId"));
        Sql visible =
                Requests.unlessAdmin(new UsedFiles(alias, column)::visible).apply(call.requester());
        return where(condition.and(visible), alias + ".name, " + alias + ".id");
    }

    private static Sql hardware(Call call) {
        return where(Sql.of("w.device_type_id = ?", call.id("deviceTypeId")), "w.name, w.id");
    }

    private static Sql tags(Call call) {
        Sql own = Requests.unlessAdmin(user -> "a.id in (select own.access_tag_id from platform_user_access_tag_ref own"
                        + " where own.user_id = " + user + ")")
                .apply(call.requester());
        return where(own, "a.representation, a.id");
    }

    private static Sql where(Sql condition, String order) {
        return Sql.of("where").then(condition).then("order by " + order);
    }

    private Result type(Call call) {
        Sql rest = Sql.of("where t.id = ? and t.enabled", call.id());
        return Result.json(engine.options(DeviceTypeShapes.TYPE, call.requester(), rest).stream()
                .findFirst()
                .orElseThrow(Refusals::notFound));
    }
}
