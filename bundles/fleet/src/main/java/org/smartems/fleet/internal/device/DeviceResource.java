// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.device;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.config.ConfigForm;
import org.smartems.fleet.device.Applied;
import org.smartems.fleet.device.ConfigGenerationException;
import org.smartems.fleet.device.DeviceBatches;
import org.smartems.fleet.device.Devices;
import org.smartems.fleet.internal.Refusals;
import org.smartems.fleet.internal.access.Access;
import org.smartems.fleet.internal.access.Requests;
import org.smartems.fleet.internal.config.ConfigRules;
import org.smartems.resource.Call;
import org.smartems.resource.ConflictException;
import org.smartems.resource.Content;
import org.smartems.resource.Field;
import org.smartems.resource.In;
import org.smartems.resource.Input;
import org.smartems.resource.Message;
import org.smartems.resource.Permission;
import org.smartems.resource.Resource;
import org.smartems.resource.Resources;
import org.smartems.resource.Result;
import org.smartems.resource.Route;

/** Devices in the REST API. */
@Component(service = Resources.class)
public final class DeviceResource implements Resources {

    private static final List<String> SLOTS = List.of("primary", "secondary", "tertiary");
    private static final Field CONFIG = Field.longText("config", null);

    private final Devices devices;
    private final DeviceBatches batches;
    private final ConfigPreview preview;

    @Activate
    public DeviceResource(
            @Reference Devices devices, @Reference DeviceBatches batches, @Reference ConfigPreview preview) {
        this.devices = devices;
        this.batches = batches;
        this.preview = preview;
    }

    @Override
    public List<Resource> resources() {
        Resource.Builder device = Resource.of("device", "Device", DeviceShape.DEVICE)
                .access(Permission.ADMIN, Permission.SMARTEMS, Permission.VPN)
                .scope(Requests.unlessAdmin(user -> Access.device("d", user)))
                .filter(DeviceFilters.all())
                .sorting("deviceType", "y.name")
                .sorting("template", "t.name")
                .deny(DeviceDenies.all())
                .create(Permission.OPERATORS, this::create)
                .get()
                .edit(this::edit)
                .delete(Set.of(Permission.ADMIN), call -> devices.delete(Requests.author(call), call.id()))
                .export();
        addActions(device);
        for (int slot = 1; slot <= SLOTS.size(); slot++) {
            device.action(generateConfig(slot));
        }
        device.action(previewConfig());
        new DeviceBatchRoutes(batches).addTo(device);
        return List.of(device.build());
    }

    private long create(Call call) {
        return devices.create(
                        Requests.author(call),
                        Requests.scope(call),
                        call.input().number("deviceType").orElseThrow(),
                        DeviceInputs.form(call.input(), List.of()))
                .id();
    }

    private void edit(Call call) {
        devices.edit(
                Requests.author(call),
                Requests.scope(call),
                call.id(),
                DeviceInputs.form(call.requester(), call.input(), devices.get(call.id())));
    }

    private void addActions(Resource.Builder device) {
        device.action(turn("enable", call -> devices.enable(Requests.author(call), call.id())))
                .action(turn("disable", call -> devices.disable(Requests.author(call), call.id())))
                .action(Route.post("{id}/template/apply")
                        .access(Permission.OPERATORS)
                        .denied("templateApply")
                        .input(DeviceInputs.APPLICATION_TO_ONE)
                        .answers(Route.Answer.THING)
                        .summary("Apply a template")
                        .handle(this::apply))
                .action(Route.get("{id}/predefined/variables")
                        .access(Permission.OPERATORS)
                        .denied("predefinedVariables")
                        .answers(
                                Route.Answer.JSON, Field.json("variables", null).holds(Content.TEXTS_BY_NAME))
                        .summary("Values of the predefined variables, by name")
                        .handle(this::predefinedVariables));
    }

    /** On or off. */
    private static Route turn(String action, Consumer<Call> turning) {
        return Route.post("{id}/" + action)
                .access(Permission.OPERATORS)
                .denied(action)
                .input(DeviceShape.certificateBehaviours())
                .answers(Route.Answer.THING)
                .summary(Character.toUpperCase(action.charAt(0)) + action.substring(1))
                .handle(call -> {
                    turning.accept(call);
                    return Result.thing(call.id());
                });
    }

    private Result apply(Call call) {
        Applied applied = devices.apply(
                Requests.author(call), Requests.scope(call), call.id(), DeviceInputs.application(call.input()));
        return Result.thing(
                call.id(), applied.warnings().stream().map(Message::warning).toList());
    }

    private Result predefinedVariables(Call call) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        devices.predefinedVariables(call.id()).forEach(values::put);
        return Result.json(values);
    }

    private Route generateConfig(int slot) {
        String name = SLOTS.get(slot - 1);
        String capitalised = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return Route.get("{id}/generate/config/" + name)
                .access(Permission.OPERATORS)
                .denied("generateConfig" + capitalised)
                .answers(Route.Answer.JSON, CONFIG)
                .summary("The config that the device would get")
                .outside()
                .handle(call -> generated(() -> devices.generateConfig(call.id(), slot)));
    }

    private Route previewConfig() {
        return Route.post("{id}/preview/config/{slot}")
                .access(Permission.OPERATORS)
                .input(
                        Field.bool("lenient", null).input(In.CREATE),
                        Field.enumeration("generator", null, List.of()).input(In.CREATE),
                        Field.longText("content", null)
                                .untrimmed()
                                .maximumLength(ConfigRules.CONTENT_LENGTH)
                                .input(In.CREATE))
                .answers(Route.Answer.JSON, CONFIG)
                .summary("The config that the device would get, of what is stored or of the content that is sent; when"
                        + " lenient, missing variables are no error")
                .outside()
                .handle(this::preview);
    }

    private Result preview(Call call) {
        int slot = SLOTS.indexOf(call.path().get("slot")) + 1;
        if (slot == 0) {
            throw Refusals.notFound();
        }
        Input input = call.input();
        boolean lenient = input.bool("lenient");
        if (input.has("content") || input.has("generator")) {
            ConfigForm typed = new ConfigForm("", input.text("generator"), input.text("content"));
            return generated(() -> preview.typed(call.id(), slot, typed, lenient));
        }
        return generated(
                () -> lenient ? devices.previewConfig(call.id(), slot) : devices.generateConfig(call.id(), slot));
    }

    private static Result generated(Supplier<String> config) {
        try {
            return Result.json(TextNode.valueOf(config.get()));
        } catch (ConfigGenerationException e) {
            throw new ConflictException(List.of(new Message(e.code(), e.parameters(), Message.Severity.ERROR)));
        }
    }
}
