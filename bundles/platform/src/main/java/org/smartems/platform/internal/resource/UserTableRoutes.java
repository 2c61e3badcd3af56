// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.resource;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.platform.user.UserTables;
import org.smartems.platform.user.UserTables.TableColumn;
import org.smartems.resource.Call;
import org.smartems.resource.Field;
import org.smartems.resource.In;
import org.smartems.resource.Permission;
import org.smartems.resource.Resources;
import org.smartems.resource.Result;
import org.smartems.resource.Route;

/** Which columns of which table the caller sees. */
@Component(service = Resources.class)
public final class UserTableRoutes implements Resources {

    private static final Field KEY = Field.text("tableKey", null).required().input(In.CREATE);
    private static final Field COLUMNS = Field.list(
                    "columns",
                    null,
                    Field.text("name", null).required().input(In.CREATE),
                    Field.bool("visible", null).input(In.CREATE))
            .required()
            .input(In.CREATE);
    private static final Field STORED =
            Field.list("columns", null, Field.text("name", null), Field.bool("visible", null));

    private final List<Route> routes;

    @Activate
    public UserTableRoutes(@Reference UserTables tables) {
        routes = List.of(
                route("usertable/columns", KEY)
                        .summary("The columns of a table, in order")
                        .handle(call -> answer(tables, call)),
                route("usertable/columns/edit", KEY, COLUMNS)
                        .summary("Store the columns of a table, in order")
                        .handle(call -> {
                            tables.edit(Calls.author(call), call.input().text("tableKey"), columns(call));
                            return answer(tables, call);
                        }));
    }

    @Override
    public List<Route> routes() {
        return routes;
    }

    private static Route route(String path, Field... fields) {
        return Route.post(path)
                .access(Permission.ADMIN, Permission.SMARTEMS, Permission.VPN)
                .input(fields)
                .answers(Route.Answer.JSON, STORED);
    }

    private static List<TableColumn> columns(Call call) {
        return call.input().list("columns").stream()
                .map(column -> new TableColumn(column.text("name"), column.bool("visible")))
                .toList();
    }

    private static Result answer(UserTables tables, Call call) {
        ArrayNode answer = JsonNodeFactory.instance.arrayNode();
        tables.columns(call.requester().userId(), call.input().text("tableKey"))
                .forEach(column -> answer.addObject().put("name", column.name()).put("visible", column.visible()));
        return Result.json(answer);
    }
}
