// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.devicetype;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.devicetype.DeviceTypeForm;
import org.smartems.fleet.devicetype.DeviceTypes;
import org.smartems.fleet.internal.access.Requests;
import org.smartems.fleet.internal.procedure.Procedures;
import org.smartems.resource.Call;
import org.smartems.resource.Content;
import org.smartems.resource.Deny;
import org.smartems.resource.Field;
import org.smartems.resource.In;
import org.smartems.resource.Permission;
import org.smartems.resource.Resource;
import org.smartems.resource.Resources;
import org.smartems.resource.Result;
import org.smartems.resource.Route;
import org.smartems.resource.Sql;

/** Device types in the REST API. */
@Component(service = Resources.class)
public final class DeviceTypeResource implements Resources {

    private static final String PROCEDURE = "communicationProcedureName";

    private final DeviceTypes types;
    private final Procedures procedures;

    @Activate
    public DeviceTypeResource(@Reference DeviceTypes types, @Reference Procedures procedures) {
        this.types = types;
        this.procedures = procedures;
    }

    @Override
    public List<Resource> resources() {
        return List.of(Resource.of("devicetype", "DeviceType", DeviceTypeShapes.TYPE)
                .access(Permission.ADMIN)
                .deny(denies())
                .create(call -> types.create(
                                Requests.author(call), DeviceTypeInputs.form(call.input(), Optional.empty()))
                        .id())
                .get()
                .edit(call -> types.edit(
                        Requests.author(call),
                        call.id(),
                        DeviceTypeInputs.form(call.input(), Optional.of(stored(call)))))
                .action(limitedEdit())
                .delete(call -> types.delete(Requests.author(call), call.id()))
                .duplicate(call ->
                        types.duplicate(Requests.author(call), call.id()).id())
                .change(turned("enable")
                        .handle(call -> Result.thing(
                                types.enable(Requests.author(call), call.id()).id())))
                .change(turned("disable")
                        .handle(call -> Result.thing(
                                types.disable(Requests.author(call), call.id()).id())))
                .action(usedCertificateTypes())
                .action(defaults())
                .action(requirements())
                .build());
    }

    private Deny[] denies() {
        return new Deny[] {
            Deny.of("enable").when("alreadyEnabled", "t.enabled").when("cannotEnable", requester -> notInstalled()),
            Deny.of("disable").when("alreadyDisabled", "not t.enabled"),
            used("delete"),
            used("edit"),
            Deny.of("limitedEdit").when("limitedEdit", "not (" + DeviceTypeUse.any() + ")")
        };
    }

    private DeviceTypeForm stored(Call call) {
        return types.get(call.id()).values();
    }

    private Route limitedEdit() {
        return Route.post("limitededit/{id}")
                .denied("limitedEdit")
                .input(In.EDIT, DeviceTypeInputs.limited())
                .answers(Route.Answer.THING)
                .summary("Edit what can be changed in use")
                .handle(call -> Result.thing(types.limitedEdit(
                                Requests.author(call), call.id(), DeviceTypeInputs.options(call.input(), stored(call)))
                        .id()));
    }

    private static Route turned(String action) {
        return Route.get("{id}/" + action)
                .denied(action)
                .answers(Route.Answer.THING)
                .summary(action.equals("enable") ? "Enable" : "Disable");
    }

    /** None exist. */
    private static Route usedCertificateTypes() {
        return Route.get("used/certificate/types/{id}")
                .answers(Route.Answer.OPTIONS)
                .summary("Certificate types that devices of the type have")
                .handle(call -> Result.json(JsonNodeFactory.instance.arrayNode()));
    }

    private Route defaults() {
        return Route.get("default/{" + PROCEDURE + "}")
                .answers(Route.Answer.OBJECT, DeviceTypeFields.all().toArray(Field[]::new))
                .summary("A device type to begin with")
                .handle(call -> Result.json(DeviceTypeJson.of(types.defaults(installed(call)))));
    }

    private Route requirements() {
        return Route.get("communication/procedure/requirements/{" + PROCEDURE + "}")
                .answers(
                        Route.Answer.OBJECT,
                        texts("communicationProcedureRequirementsRequired"),
                        texts("communicationProcedureRequirementsOptional"),
                        texts("communicationProcedureCertificateCategoryRequired"),
                        texts("communicationProcedureCertificateCategoryOptional"),
                        SettingFields.MEMBERS)
                .summary("What a procedure asks of its device types")
                .handle(call -> Result.json(DeviceTypeJson.of(types.requirements(installed(call)))));
    }

    private static Field texts(String name) {
        return Field.json(name, null).holds(Content.TEXTS);
    }

    private String installed(Call call) {
        String procedure = call.path().get(PROCEDURE);
        types.requirements(procedure); // refuses another one
        return procedure;
    }

    private Sql notInstalled() {
        return Sql.of("not (t.communication_procedure = any(?::text[]))", (Object)
                procedures.ids().toArray(String[]::new));
    }

    private static Deny used(String action) {
        return Deny.of(action)
                .when(action + ".usedByDevice", DeviceTypeUse.in("fleet_device"))
                .when(action + ".usedByTemplate", DeviceTypeUse.in("fleet_template"))
                .when(action + ".usedByConfig", DeviceTypeUse.in("fleet_config"))
                .when(action + ".usedByFirmware", DeviceTypeUse.in("fleet_firmware"))
                .when(action + ".usedByDeviceTypeSecret", requester -> Sql.FALSE);
    }
}
