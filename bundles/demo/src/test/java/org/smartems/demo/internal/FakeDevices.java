// SPDX-License-Identifier: Apache-2.0
package org.smartems.demo.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.fleet.History;
import org.smartems.fleet.Scope;
import org.smartems.fleet.device.Applied;
import org.smartems.fleet.device.DeviceFilter;
import org.smartems.fleet.device.DeviceForm;
import org.smartems.fleet.device.DeviceStatus;
import org.smartems.fleet.device.DeviceView;
import org.smartems.fleet.device.Devices;
import org.smartems.fleet.device.TemplateApplication;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.platform.audit.Author;

/** Devices that are listed, and tell what is done to them. */
final class FakeDevices implements Devices {

    static final long TYPE = 3;

    private final Map<Long, DeviceView> stored = new TreeMap<>();
    private final Map<String, Long> ids = new HashMap<>();
    private final Set<Long> refused = new HashSet<>();
    private final List<String> done;

    FakeDevices(List<String> done) {
        this.done = done;
    }

    void add(String serial, boolean enabled, boolean withTemplate, Instant createdAt, Instant seenAt) {
        long id = stored.size() + 100;
        DeviceStatus status =
                new DeviceStatus(Map.of(), Map.of(), "", "", "", Optional.of(seenAt), 0, false, 0, Optional.empty());
        stored.put(
                id,
                new DeviceView(
                        id,
                        "uuid",
                        TYPE,
                        serial,
                        serial,
                        "",
                        enabled,
                        false,
                        withTemplate ? OptionalLong.of(7) : OptionalLong.empty(),
                        List.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        status,
                        new History(createdAt, createdAt, OptionalLong.empty(), OptionalLong.empty())));
        ids.put(serial, id);
    }

    void refuse(String serial) {
        refused.add(ids.get(serial));
    }

    @Override
    public List<String> identifiers(String beginning, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<DeviceView> list(DeviceFilter filter) {
        return stored.values().stream()
                .filter(device -> filter.deviceType().orElseThrow() == device.deviceType())
                .filter(device -> filter.enabled().orElseThrow() == device.enabled())
                .filter(device -> device.identifier().contains(filter.identifier()))
                .limit(filter.limit())
                .toList();
    }

    @Override
    public DeviceView enable(Author author, long id) {
        return does(id, "enable " + serial(id));
    }

    @Override
    public DeviceView edit(Author author, Scope scope, long id, DeviceForm form) {
        String words = (form.enabled() ? " enabled" : "") + (form.staging() ? " staging" : "");
        return does(id, "edit " + serial(id) + words);
    }

    @Override
    public Applied apply(Author author, Scope scope, long id, TemplateApplication application) {
        long template = application.template().orElseThrow();
        DeviceView before = does(id, "apply " + template + " " + serial(id) + " " + application.reinstall());
        stored.put(id, enabled(before, template));
        return new Applied(stored.get(id), List.of());
    }

    private static DeviceView enabled(DeviceView before, long template) {
        return new DeviceView(
                before.id(),
                before.uuid(),
                before.deviceType(),
                before.identifier(),
                before.name(),
                before.description(),
                true,
                before.staging(),
                OptionalLong.of(template),
                before.variables(),
                before.accessTags(),
                before.labels(),
                before.flags(),
                before.status(),
                before.history());
    }

    @Override
    public DeviceView flag(Author author, long id, WorkFlag flag, boolean on) {
        return does(id, "flag " + serial(id) + " " + flag);
    }

    @Override
    public DeviceView create(Author author, Scope scope, long deviceType, DeviceForm form) {
        throw new UnsupportedOperationException();
    }

    @Override
    public DeviceView disable(Author author, long id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(Author author, long id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public DeviceView get(long id) {
        return stored.get(id);
    }

    @Override
    public List<DeviceView> find(String word) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, String> predefinedVariables(long id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String previewConfig(long id, int slot) {
        return generateConfig(id, slot);
    }

    @Override
    public String generateConfig(long id, int slot) {
        throw new UnsupportedOperationException();
    }

    private DeviceView does(long id, String what) {
        if (refused.contains(id)) {
            throw new PlatformException(ErrorCategory.CONFLICT, "changed", "changed meanwhile");
        }
        done.add(what);
        return stored.get(id);
    }

    private String serial(long id) {
        return stored.get(id).identifier();
    }
}
