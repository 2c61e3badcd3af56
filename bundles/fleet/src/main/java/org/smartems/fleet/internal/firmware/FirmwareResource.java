// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.firmware;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.firmware.ExternalFile;
import org.smartems.fleet.firmware.FirmwareForm;
import org.smartems.fleet.firmware.Firmwares;
import org.smartems.fleet.internal.access.Requests;
import org.smartems.fleet.internal.access.UsedFiles;
import org.smartems.fleet.internal.devicetype.DeviceTypeShapes;
import org.smartems.fleet.internal.update.UpdateSteps;
import org.smartems.resource.Call;
import org.smartems.resource.Deny;
import org.smartems.resource.Field;
import org.smartems.resource.FieldType;
import org.smartems.resource.Filter;
import org.smartems.resource.In;
import org.smartems.resource.Input;
import org.smartems.resource.Permission;
import org.smartems.resource.Requester;
import org.smartems.resource.Resource;
import org.smartems.resource.Resources;
import org.smartems.resource.Result;
import org.smartems.resource.Route;
import org.smartems.resource.Shape;
import org.smartems.resource.Sql;

/** Firmware in the REST API. */
@Component(service = Resources.class)
public final class FirmwareResource implements Resources {

    private static final String UPLOAD = "upload";
    private static final String EXTERNAL_URL = "externalUrl";
    static final UsedFiles USED = new UsedFiles("f", "firmware");
    private static final String SLOT_NAME = "(select case f.slot when 1 then t.name_firmware1 when 2 then"
            + " t.name_firmware2 else t.name_firmware3 end from fleet_device_type t where t.id = f.device_type_id)";
    private static final String DOWNLOAD_URL = "coalesce(f.external_url, '/web/api/download/firmware/'"
            + " || (select t.slug from fleet_device_type t where t.id = f.device_type_id)"
            + " || '/' || left(f.uuid, 6) || '/' || f.filename)";

    private static final Field NAME =
            Field.text("name", "f.name").required().input(In.CREATE, In.EDIT).column();
    private static final Field MD5 = Field.text("md5", "f.md5").input(In.CREATE);
    private static final Field URL = Field.text(EXTERNAL_URL, "f.external_url").input(In.CREATE);
    private static final Field VERSION = Field.text("version", "f.firmware_version")
            .required()
            .input(In.CREATE)
            .column();

    /** A firmware, also where template versions refer to it. */
    public static final Shape FIRMWARE = shape("fleet_firmware f", "f");

    /** A row for the main file of each firmware, and one for each file that is for some hardware. */
    private static final Shape FILES = shape(
            "fleet_firmware f cross join lateral (select f.source_type, f.md5, f.filename, f.file_id, f.external_url,"
                    + " f.created_at, f.updated_at, f.created_by, f.updated_by union all"
                    + " select h.source_type, h.md5, h.filename, h.file_id, h.external_url,"
                    + " h.created_at, h.updated_at, h.created_by, h.updated_by"
                    + " from fleet_firmware_hardware h where h.firmware_id = f.id) x",
            "x");

    private static Shape shape(String from, String file) {
        return Shape.of(from, "f.id", "f.name")
                .target("firmware", "")
                .history(file)
                .fields(
                        Field.one("deviceType", "f.device_type_id", DeviceTypeShapes.DT4)
                                .target(DeviceTypeShapes.availableFor("firmware/"))
                                .required()
                                .input(In.CREATE)
                                .column(),
                        Field.enumeration("feature", "f.slot::text", List.of("1", "2", "3"))
                                .required()
                                .input(In.CREATE)
                                .column(),
                        Field.text("featureName", SLOT_NAME).onlyExported())
                .fields(source(file))
                .fields(
                        Field.text("uuid", "f.uuid"),
                        VERSION,
                        Field.text("downloadUrl", DOWNLOAD_URL)
                                .mapped(FirmwareResource::encoded)
                                .onlyShown());
    }

    private static List<Field> source(String file) {
        return List.of(
                Field.enumeration("sourceType", file + ".source_type", List.of(UPLOAD, EXTERNAL_URL))
                        .required()
                        .input(In.CREATE)
                        .column(),
                NAME,
                ofSource(EXTERNAL_URL, Field.text("md5", file + ".md5").input(In.CREATE)),
                Field.text("filename", file + ".filename"),
                ofSource(UPLOAD, Field.text("filepath", file + ".file_id").input(In.CREATE)),
                ofSource(
                        EXTERNAL_URL,
                        Field.text(EXTERNAL_URL, file + ".external_url").input(In.CREATE)));
    }

    private static final Function<Requester, Sql> SEEN = Requests.unlessAdmin(USED::visible);

    private final Firmwares firmwares;
    private final UpdateSteps steps;

    @Activate
    public FirmwareResource(@Reference Firmwares firmwares, @Reference UpdateSteps steps) {
        this.firmwares = firmwares;
        this.steps = steps;
    }

    @Override
    public List<Resource> resources() {
        return List.of(Resource.of("firmware", "Firmware", FIRMWARE)
                .access(Permission.ADMIN, Permission.SMARTEMS)
                .scope(Requests.unlessAdmin(USED::visible))
                .deny(
                        USED.unchangeable(Deny.of("edit")),
                        USED.unchangeable(
                                Deny.of("editSourceUpload").when("onlySourceTypeUpload", "f.source_type <> 'upload'")),
                        USED.unchangeable(Deny.of("editSourceExternalUrl")
                                .when("onlySourceTypeExternalUrl", "f.source_type <> 'externalUrl'")),
                        USED.unremovable(Deny.of("delete")))
                .filter(Filter.of("featureName", FieldType.TEXT, SLOT_NAME))
                .create(this::create)
                .get()
                .action(edit("upload", "editSourceUpload", NAME)
                        .handle(call -> Result.thing(firmwares
                                .editUploaded(
                                        Requests.author(call),
                                        call.id(),
                                        call.input().text("name"))
                                .id())))
                .action(edit("externalurl", "editSourceExternalUrl", NAME, needed(URL), needed(MD5))
                        .handle(this::editExternal))
                .action(updatePath())
                .delete(call -> firmwares.delete(Requests.author(call), call.id()))
                .duplicate(this::duplicate)
                .export(FILES)
                .build());
    }

    private long duplicate(Call call) {
        return firmwares
                .duplicate(Requests.author(call), call.id(), isRestricted(call))
                .id();
    }

    /** No template names a step of an update path, so whom access tags bind makes none for others. */
    private static boolean isRestricted(Call call) {
        return !call.requester().isAdmin();
    }

    private Route updatePath() {
        return Route.get("{id}/update/path")
                .outside()
                .answers(Route.Answer.OPTIONS, Field.text("version", null))
                .summary("Update path: the firmware that a device gets one after another, up to this one")
                .handle(this::path);
    }

    /** Of steps that the caller does not see, the version alone. */
    private Result path(Call call) {
        ArrayNode path = JsonNodeFactory.instance.arrayNode();
        for (UpdateSteps.Step step : steps.to(call.id(), SEEN.apply(call.requester()))) {
            ObjectNode node = path.addObject();
            if (step.isSeen()) {
                node.put("id", step.id());
            }
            node.put("representation", step.isSeen() ? step.name() : step.version());
            node.put("version", step.version());
        }
        return Result.json(path);
    }

    /** The version is taken and never changes. */
    private static Route edit(String source, String deny, Field... fields) {
        List<Field> inputs = new ArrayList<>(List.of(fields));
        inputs.add(Field.text("version", null).input(In.EDIT));
        return Route.post("{id}/source/" + source + "/edit")
                .denied(deny)
                .input(In.EDIT, inputs)
                .answers(Route.Answer.THING)
                .summary("Edit");
    }

    private Result editExternal(Call call) {
        ExternalFile file = file(call.input());
        String name = call.input().text("name");
        return Result.thing(firmwares
                .editExternal(Requests.author(call), call.id(), name, file)
                .id());
    }

    private long create(Call call) {
        Input input = call.input();
        FirmwareForm form = new FirmwareForm(
                input.number("deviceType").getAsLong(),
                Integer.parseInt(input.text("feature")),
                input.text("name"),
                input.text("version"),
                isRestricted(call));
        if (input.text("sourceType").equals(UPLOAD)) {
            return firmwares
                    .use(Requests.author(call), form, input.text("filepath"))
                    .id();
        }
        return firmwares.refer(Requests.author(call), form, file(input)).id();
    }

    /** A member of the other kind of source is an unknown one. */
    private static Field ofSource(String source, Field field) {
        return field.acceptedIf("sourceType", source).requiredIf("sourceType", source);
    }

    private static Field needed(Field field) {
        return field.required().input(In.EDIT);
    }

    private static ExternalFile file(Input input) {
        return new ExternalFile(input.text(EXTERNAL_URL), input.text("md5"));
    }

    /** The name of a file of this server as a part of its address. */
    static JsonNode encoded(JsonNode url) {
        String text = url.asText();
        int name = text.lastIndexOf('/') + 1;
        return text.startsWith("/")
                ? TextNode.valueOf(text.substring(0, name) + FileNames.encoded(text.substring(name)))
                : url;
    }
}
