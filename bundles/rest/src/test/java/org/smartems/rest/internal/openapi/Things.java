// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.openapi;

import java.util.List;
import org.smartems.resource.Batch;
import org.smartems.resource.Deny;
import org.smartems.resource.Field;
import org.smartems.resource.In;
import org.smartems.resource.Permission;
import org.smartems.resource.Resource;
import org.smartems.resource.Resources;
import org.smartems.resource.Result;
import org.smartems.resource.Route;
import org.smartems.resource.Shape;

/** A resource with something of everything. */
final class Things implements Resources {

    private static final Shape BOX =
            Shape.of("box b", "b.id", "b.name").fields(Field.enumeration("size", "b.size", List.of("1", "2")));

    private static final Shape THING = Shape.of("thing t", "t.id", "t.name")
            .fields(
                    Field.text("name", "t.name").required().input(In.CREATE, In.EDIT),
                    Field.longText("text", "t.text").input(In.EDIT).acceptedIf("hot"),
                    Field.integer("level", "t.level")
                            .minimum(1)
                            .maximum(9)
                            .defaultValue(3)
                            .input(In.CREATE),
                    Field.bool("hot", "t.hot").input(In.CREATE, In.EDIT),
                    Field.dateTime("madeAt", "t.made_at"),
                    Field.number("cost", "t.cost").readBy(Permission.ADMIN),
                    Field.text("hint", "t.hint").writtenBy(Permission.ADMIN).input(In.EDIT),
                    Field.text("secret", null).input(In.CREATE).kept(),
                    Field.one("box", "t.box", BOX).input(In.CREATE),
                    Field.many("boxes", "t.boxes", BOX.only()).input(In.CREATE).minimumCount(1),
                    Field.list(
                                    "parts",
                                    "t.parts",
                                    Field.text("part", "").required().input(In.CREATE))
                            .input(In.CREATE),
                    Field.json("parameters", "t.parameters"))
            .history("t");

    @Override
    public List<Resource> resources() {
        return List.of(Resource.of("thing", "Thing", THING)
                .access(Permission.ADMIN, Permission.SMARTEMS)
                .deny(Deny.of("edit").when("cold", "not t.hot"))
                .create(call -> 1)
                .get()
                .edit(call -> {})
                .delete(java.util.Set.of(Permission.ADMIN), call -> {})
                .duplicate(call -> 2)
                .batch(Batch.of("heat").input(Field.bool("hot", null)).handle((call, ids) -> List.of()))
                .export()
                .build());
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("options/things")
                        .answers(Route.Answer.OPTIONS, Field.bool("hot", ""))
                        .summary("Things")
                        .handle(call -> Result.none()),
                Route.get("options/{kind}/{thingId}")
                        .access(Permission.ADMIN)
                        .answers(Route.Answer.OPTIONS)
                        .handle(call -> Result.none()),
                Route.post("thing/count")
                        .input(Field.bool("hot", null).input(In.CREATE))
                        .answers(Route.Answer.OBJECT, Field.integer("count", ""))
                        .handle(call -> Result.none()),
                Route.post("maintenance/mode/enable")
                        .access(Permission.ADMIN)
                        .answers(Route.Answer.NOTHING)
                        .handle(call -> Result.none()));
    }
}
