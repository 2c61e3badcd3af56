// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.credential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.credential.CredentialForm;
import org.smartems.fleet.credential.DeviceCredentials;
import org.smartems.fleet.internal.access.Requests;
import org.smartems.fleet.internal.devicetype.DeviceTypeShapes;
import org.smartems.resource.Call;
import org.smartems.resource.Field;
import org.smartems.resource.FieldType;
import org.smartems.resource.Filter;
import org.smartems.resource.In;
import org.smartems.resource.Input;
import org.smartems.resource.Permission;
import org.smartems.resource.Resource;
import org.smartems.resource.Resources;
import org.smartems.resource.Result;
import org.smartems.resource.Route;
import org.smartems.resource.Shape;

/** Device credentials in the REST API, whose clients know them as users. */
@Component(service = Resources.class)
public final class DeviceAuthenticationResource implements Resources {

    private static final String TYPES = "array(select y.device_type_id from fleet_device_credential_type y"
            + " where y.credential_id = c.id order by y.device_type_id)";

    private static final Shape CREDENTIAL = Shape.of("fleet_device_credential c", "c.id", "c.username")
            .fields(
                    sent(Field.bool("enabled", "c.enabled")).column(),
                    sent(Field.text("username", "c.username")).required().column(),
                    sent(Field.text("password", null)).untrimmed().kept().sensitive(),
                    sent(Field.many("deviceTypes", TYPES, DeviceTypeShapes.BRIEF))
                            .minimumCount(1)
                            .column());

    private final DeviceCredentials credentials;

    @Activate
    public DeviceAuthenticationResource(@Reference DeviceCredentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public List<Resource> resources() {
        return List.of(Resource.of("deviceauthentication", "User", CREDENTIAL)
                .access(Permission.ADMIN)
                .filter(Filter.of("userDeviceTypes.deviceType", FieldType.MANY, TYPES)
                        .of(DeviceTypeShapes.BRIEF))
                .create(call ->
                        credentials.create(Requests.author(call), form(call)).id())
                .get()
                .edit(call -> credentials.edit(Requests.author(call), call.id(), form(call)))
                .delete(call -> credentials.delete(Requests.author(call), call.id()))
                .action(Route.post("{id}/show/password")
                        .answers(
                                Route.Answer.OBJECT,
                                Field.number("id", null),
                                Field.text("representation", null),
                                Field.text("password", null).sensitive())
                        .summary("Show the password")
                        .handle(this::show))
                .build());
    }

    private Result show(Call call) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("id", call.id());
        shown.put("representation", credentials.get(call.id()).username());
        shown.put("password", credentials.password(Requests.author(call), call.id()));
        return Result.json(shown);
    }

    private static CredentialForm form(Call call) {
        Input input = call.input();
        return new CredentialForm(
                input.text("username"), password(call), input.bool("enabled"), Set.copyOf(input.ids("deviceTypes")));
    }

    /** Absent and null keep what is stored, an empty text clears it. */
    private static Optional<String> password(Call call) {
        JsonNode password = call.body().path("password");
        return password.isMissingNode() || password.isNull() ? Optional.empty() : Optional.of(password.asText());
    }

    private static Field sent(Field field) {
        return field.input(In.CREATE, In.EDIT);
    }
}
