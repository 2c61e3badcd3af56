// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.device;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.smartems.fleet.VariableType;
import org.smartems.fleet.device.DeviceBatches;
import org.smartems.fleet.device.DeviceBatches.Selection;
import org.smartems.fleet.device.DeviceResult;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.internal.access.Requests;
import org.smartems.fleet.internal.label.LabelResource;
import org.smartems.fleet.internal.variable.VariableFields;
import org.smartems.resource.Batch;
import org.smartems.resource.BatchResult;
import org.smartems.resource.Call;
import org.smartems.resource.Field;
import org.smartems.resource.Message;
import org.smartems.resource.Permission;
import org.smartems.resource.Resource;
import org.smartems.spi.procedure.WorkKind;

/** Changes of many devices in the REST API. */
final class DeviceBatchRoutes {

    private final DeviceBatches batches;

    DeviceBatchRoutes(DeviceBatches batches) {
        this.batches = batches;
    }

    void addTo(Resource.Builder device) {
        device.batch(operators("variable/add")
                        .denied("variableAdd")
                        .input(
                                Field.text("name", null).required(),
                                Field.longText("variableValue", null).required().untrimmed(),
                                VariableFields.type())
                        .handle((call, ids) -> results(batches.addVariable(
                                selection(call, ids),
                                call.input().text("name"),
                                call.input().text("variableValue"),
                                VariableType.of(call.input().text("variableType"))))))
                .batch(operators("variable/delete")
                        .denied("variableDelete")
                        .input(Field.text("name", null).required())
                        .handle((call, ids) -> results(batches.deleteVariable(
                                selection(call, ids), call.input().text("name")))));
        Arrays.stream(WorkFlag.values()).forEach(flag -> device.batch(flag(flag)));
        addTags(device);
        addOurs(device);
    }

    private Batch flag(WorkFlag flag) {
        return operators(flag.id().toLowerCase(Locale.ROOT))
                .denied(key(flag.kind()))
                .input(Field.bool(flag.id(), null))
                .handle((call, ids) -> results(
                        batches.flag(selection(call, ids), flag, call.input().bool(flag.id()))));
    }

    private static String key(WorkKind kind) {
        return switch (kind) {
            case CONFIG -> "batchReinstallConfig";
            case FIRMWARE -> "batchReinstallFirmware";
            case DIAGNOSE -> "batchRequestDiagnose";
            case REQUEST_CONFIG -> "batchRequestConfig";
        };
    }

    /** Tags of others are a matter of each device, so that all of them can be named. */
    private void addTags(Resource.Builder device) {
        Field tags = Field.many("accessTags", null, Requests.ANY_ACCESS_TAG)
                .required()
                .minimumCount(1);
        Field labels = Field.many("labels", null, LabelResource.LABEL.only())
                .required()
                .minimumCount(1);
        device.batch(operators("accesstags/add")
                        .denied("accessTagAdd")
                        .input(tags)
                        .handle((call, ids) ->
                                results(batches.addAccessTags(selection(call, ids), sent(call, "accessTags")))))
                .batch(operators("accesstags/delete")
                        .denied("accessTagDelete")
                        .input(tags)
                        .handle((call, ids) ->
                                results(batches.deleteAccessTags(selection(call, ids), sent(call, "accessTags")))))
                .batch(operators("labels/add")
                        .input(labels)
                        .handle((call, ids) -> results(batches.addLabels(selection(call, ids), sent(call, "labels")))))
                .batch(operators("labels/delete")
                        .input(labels)
                        .handle((call, ids) ->
                                results(batches.deleteLabels(selection(call, ids), sent(call, "labels")))));
    }

    private void addOurs(Resource.Builder device) {
        device.batch(operators("enable")
                        .denied("enable")
                        .handle((call, ids) -> results(batches.enable(selection(call, ids)))))
                .batch(operators("disable")
                        .denied("disable")
                        .handle((call, ids) -> results(batches.disable(selection(call, ids)))))
                .batch(Batch.of("delete")
                        .access(Set.of(Permission.ADMIN))
                        .denied("delete")
                        .handle((call, ids) -> results(batches.delete(selection(call, ids)))))
                .batch(operators("template/apply")
                        .denied("templateApply")
                        .input(DeviceInputs.APPLICATION)
                        .handle((call, ids) ->
                                results(batches.apply(selection(call, ids), DeviceInputs.application(call.input())))));
    }

    private static Batch.Builder operators(String path) {
        return Batch.of(path).access(Permission.OPERATORS);
    }

    private static Selection selection(Call call, List<Long> ids) {
        return new Selection(Requests.author(call), Requests.scope(call), ids);
    }

    private static Set<Long> sent(Call call, String field) {
        return new TreeSet<>(call.input().ids(field));
    }

    private static List<BatchResult> results(List<DeviceResult> results) {
        return results.stream().map(DeviceBatchRoutes::result).toList();
    }

    private static BatchResult result(DeviceResult result) {
        List<Message> messages = result.messages().stream()
                .map(id -> result.status() == DeviceResult.Status.ERROR ? Message.error(id) : Message.warning(id))
                .toList();
        return new BatchResult(
                result.id(), BatchResult.Status.valueOf(result.status().name()), messages);
    }
}
