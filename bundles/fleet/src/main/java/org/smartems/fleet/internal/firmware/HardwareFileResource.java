// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.firmware;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.firmware.ExternalFile;
import org.smartems.fleet.internal.access.Requests;
import org.smartems.fleet.internal.access.UsedFiles;
import org.smartems.resource.Call;
import org.smartems.resource.Deny;
import org.smartems.resource.Field;
import org.smartems.resource.In;
import org.smartems.resource.Input;
import org.smartems.resource.Permission;
import org.smartems.resource.Resource;
import org.smartems.resource.Resources;
import org.smartems.resource.Result;
import org.smartems.resource.Route;
import org.smartems.resource.Shape;

/** The files of firmware for single hardware in the REST API; who sees a firmware sees its files. */
@Component(service = Resources.class)
public final class HardwareFileResource implements Resources {

    private static final String UPLOAD = "upload";
    private static final String EXTERNAL_URL = "externalUrl";
    private static final UsedFiles USED = new UsedFiles("f", "firmware");

    private static final Shape FIRMWARE = Shape.of("fleet_firmware f", "f.id", "f.name")
            .visible(Requests.unlessAdmin(USED::visible))
            .target("firmware", "");
    private static final Shape HARDWARE =
            Shape.of("fleet_hardware w", "w.id", "w.name").target("hardware", "");
    private static final String DOWNLOAD_URL = "coalesce(h.external_url, '/web/api/download/firmwarehardware/'"
            + " || left(f.uuid, 6) || '/' || h.id || '/' || h.filename)";

    private static final Shape FILE = Shape.of(
                    "fleet_firmware_hardware h join fleet_firmware f on f.id = h.firmware_id"
                            + " join fleet_hardware own on own.id = h.hardware_id",
                    "h.id",
                    "own.name")
            .history("h")
            .fields(
                    Field.one("firmware", "h.firmware_id", FIRMWARE)
                            .required()
                            .input(In.CREATE)
                            .column(),
                    Field.one("hardware", "h.hardware_id", HARDWARE)
                            .required()
                            .input(In.CREATE)
                            .column(),
                    Field.enumeration("sourceType", "h.source_type", List.of(UPLOAD, EXTERNAL_URL))
                            .required()
                            .input(In.CREATE)
                            .column(),
                    ofSource(EXTERNAL_URL, Field.text("md5", "h.md5").input(In.CREATE)),
                    Field.text("filename", "h.filename").column(),
                    ofSource(UPLOAD, Field.text("filepath", "h.file_id").input(In.CREATE)),
                    ofSource(
                            EXTERNAL_URL,
                            Field.text(EXTERNAL_URL, "h.external_url").input(In.CREATE)),
                    Field.text("downloadUrl", DOWNLOAD_URL)
                            .mapped(FirmwareResource::encoded)
                            .onlyShown());

    private final HardwareFileService files;

    @Activate
    public HardwareFileResource(@Reference HardwareFileService files) {
        this.files = files;
    }

    @Override
    public List<Resource> resources() {
        return List.of(Resource.of("firmwarehardware", "FirmwareHardware", FILE)
                .access(Permission.ADMIN, Permission.SMARTEMS)
                .scope(Requests.unlessAdmin(USED::visible))
                .deny(
                        USED.unchangeable(Deny.of("editSourceExternalUrl")
                                .when("onlySourceTypeExternalUrl", "h.source_type <> 'externalUrl'")),
                        USED.unchangeable(Deny.of("delete")))
                .create(this::create)
                .get()
                .action(editExternal())
                .delete(call -> files.delete(Requests.author(call), call.id()))
                .build());
    }

    private long create(Call call) {
        Input input = call.input();
        HardwareFileService.Place place = new HardwareFileService.Place(
                input.number("firmware").orElseThrow(), input.number("hardware").orElseThrow());
        files.requireChangeable(place.firmware(), Requests.scope(call));
        if (input.text("sourceType").equals(UPLOAD)) {
            return files.use(Requests.author(call), place, input.text("filepath"));
        }
        return files.refer(Requests.author(call), place, file(input));
    }

    private Route editExternal() {
        return Route.post("{id}/source/externalurl/edit")
                .denied("editSourceExternalUrl")
                .input(
                        In.EDIT,
                        List.of(
                                Field.text(EXTERNAL_URL, null).required().input(In.EDIT),
                                Field.text("md5", null).required().input(In.EDIT)))
                .answers(Route.Answer.THING)
                .summary("Edit")
                .handle(call -> {
                    files.editExternal(Requests.author(call), call.id(), file(call.input()));
                    return Result.thing(call.id());
                });
    }

    private static ExternalFile file(Input input) {
        return new ExternalFile(input.text(EXTERNAL_URL), input.text("md5"));
    }

    private static Field ofSource(String source, Field field) {
        return field.acceptedIf("sourceType", source).requiredIf("sourceType", source);
    }
}
