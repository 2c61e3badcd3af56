// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.customdata;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.catalogue.CustomDataField;
import org.smartems.fleet.internal.access.Requests;
import org.smartems.fleet.internal.devicetype.DeviceTypeShapes;
import org.smartems.resource.Field;
import org.smartems.resource.In;
import org.smartems.resource.Input;
import org.smartems.resource.Permission;
import org.smartems.resource.Resource;
import org.smartems.resource.Resources;
import org.smartems.resource.Shape;

/** The resource customdatafield. */
@Component(service = Resources.class)
public final class CustomDataResource implements Resources {

    private static final Shape FIELD = Shape.of("fleet_custom_data_field c", "c.id", "c.label")
            .history("c")
            .fields(
                    Field.one("deviceType", "c.device_type_id", DeviceTypeShapes.DT4)
                            .target(DeviceTypeShapes.availableFor(""))
                            .required()
                            .input(In.CREATE)
                            .column(),
                    sent(Field.text("path", "c.path")).required(),
                    sent(Field.text("label", "c.label")).required(),
                    sent(Field.enumeration("type", "c.type", CustomDataField.Type.IDS))
                            .required(),
                    sent(Field.bool("useAsVariable", "c.use_as_variable")),
                    sent(Field.text("variableName", "c.variable_name"))
                            .acceptedIf("useAsVariable")
                            .requiredIf("useAsVariable"));

    private final CustomDataService fields;

    @Activate
    public CustomDataResource(@Reference CustomDataService fields) {
        this.fields = fields;
    }

    @Override
    public List<Resource> resources() {
        return List.of(Resource.of("customdatafield", "CustomDataField", FIELD)
                .access(Permission.ADMIN)
                .create(call -> fields.create(
                        Requests.author(call), call.input().number("deviceType").orElseThrow(), form(call.input())))
                .get()
                .edit(call -> fields.edit(Requests.author(call), call.id(), form(call.input())))
                .delete(call -> fields.delete(Requests.author(call), call.id()))
                .build());
    }

    private static Field sent(Field field) {
        return field.input(In.CREATE, In.EDIT).column();
    }

    private static CustomDataService.Form form(Input input) {
        return new CustomDataService.Form(
                input.text("path"),
                input.text("label"),
                input.text("type"),
                input.bool("useAsVariable"),
                input.text("variableName"));
    }
}
