// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.procedure;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.smartems.spi.schema.Schema;

/** What a procedure is, as data; immutable, every method that adds something returns a changed copy. */
@ProviderType
public final class ProcedureDescription {

    private final String id;
    private final String label;
    private Set<Capability> required = Set.of();
    private Set<Capability> supported = Set.of();
    private Map<DeviceField, FieldRequirement> requirements = Map.of();
    private List<DeviceField> identifiers = List.of(DeviceField.SERIAL_NUMBER);
    private Set<DeviceField> exclusive = Set.of();
    private List<Route> routes = List.of();
    private List<WorkStep> plan = List.of();
    private Schema settings = Schema.empty();
    private Set<DeviceField> reported = Set.of(DeviceField.values());
    private boolean ignoresVersionPrefix;
    /** Asked for at every contact. */
    private final Map<Route, ProcedureDescription> byRoute = new ConcurrentHashMap<>();

    private ProcedureDescription(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /**
     * A procedure that requires and offers nothing yet.
     *
     * @param id in camel case, stable: device types are stored with it
     * @param label what people read
     * @return a new description, identified by the serial number
     */
    public static ProcedureDescription of(String id, String label) {
        if (!id.matches("[a-z][A-Za-z0-9]{0,63}")) {
            throw new IllegalArgumentException("a procedure's id is in camel case, up to 64 letters and digits: " + id);
        }
        return new ProcedureDescription(id, Objects.requireNonNull(label, "label"));
    }

    /**
     * Device types of this procedure must have these.
     *
     * @param capabilities in any order
     * @return a copy
     */
    public ProcedureDescription requires(Capability... capabilities) {
        return copy(it -> it.required = set(capabilities));
    }

    /**
     * Device types of this procedure may have these; all others than these and the required ones are refused.
     *
     * @param capabilities in any order
     * @return a copy
     */
    public ProcedureDescription supports(Capability... capabilities) {
        return copy(it -> it.supported = set(capabilities));
    }

    /**
     * Default and floor of a field's requirement: a device type may ask for more, never for less.
     *
     * @param field which
     * @param requirement of it; fields that are not named are unused
     * @return a copy
     */
    public ProcedureDescription field(DeviceField field, FieldRequirement requirement) {
        return copy(it -> {
            Map<DeviceField, FieldRequirement> more = new EnumMap<>(DeviceField.class);
            more.putAll(requirements);
            more.put(field, requirement);
            it.requirements = Collections.unmodifiableMap(more);
        });
    }

    /**
     * The fields that can tell devices apart; the first unless the installation chooses another.
     *
     * @param fields at least one
     * @return a copy
     */
    public ProcedureDescription identifiedBy(DeviceField... fields) {
        if (fields.length == 0) {
            throw new IllegalArgumentException("at least one field identifies a device");
        }
        return copy(it -> it.identifiers = List.of(fields));
    }

    /**
     * Fields that only one device can have at a time: one that reports a value takes it from the device of the same
     * type that had it.
     *
     * @param fields in any order
     * @return a copy
     */
    public ProcedureDescription exclusive(DeviceField... fields) {
        return copy(it -> it.exclusive = Set.of(fields));
    }

    /**
     * The addresses that its devices call.
     *
     * @param paths each name and path once
     * @return a copy
     */
    public ProcedureDescription routes(Route... paths) {
        return copy(it -> it.routes = List.of(paths));
    }

    /**
     * The order of work: the first step that has work is handed out.
     *
     * @param steps in their order
     * @return a copy
     */
    public ProcedureDescription plan(WorkStep... steps) {
        return copy(it -> it.plan = List.of(steps));
    }

    /**
     * The fields that requests of its devices can carry; all of them unless this says less.
     *
     * <p>A device type may require others as well, of the people who enter devices: no contact is refused for them.
     *
     * @param fields in any order
     * @return a copy
     */
    public ProcedureDescription reports(DeviceField... fields) {
        return copy(it -> it.reported = Set.of(fields));
    }

    /**
     * One leading {@code v} or {@code V} of a firmware version means nothing to its devices; unless this is said,
     * versions are compared as they are.
     *
     * @return a copy
     */
    public ProcedureDescription ignoringVersionPrefix() {
        return copy(it -> it.ignoresVersionPrefix = true);
    }

    /**
     * What people can set for each device type.
     *
     * @param schema of the settings
     * @return a copy
     */
    public ProcedureDescription settings(Schema schema) {
        return copy(it -> it.settings = Objects.requireNonNull(schema));
    }

    /**
     * The id.
     *
     * @return in camel case
     */
    public String id() {
        return id;
    }

    /**
     * What people read.
     *
     * @return English
     */
    public String label() {
        return label;
    }

    /**
     * What device types must have.
     *
     * @return immutable
     */
    public Set<Capability> required() {
        return required;
    }

    /**
     * What device types may have besides.
     *
     * @return immutable
     */
    public Set<Capability> supported() {
        return supported;
    }

    /**
     * Default and floor of a field's requirement.
     *
     * @param field which
     * @return unused unless said otherwise
     */
    public FieldRequirement requirement(DeviceField field) {
        return requirements.getOrDefault(field, FieldRequirement.UNUSED);
    }

    /**
     * The fields that can tell devices apart.
     *
     * @return at least one
     */
    public List<DeviceField> identifiers() {
        return identifiers;
    }

    /**
     * The fields that only one device can have at a time.
     *
     * @return immutable
     */
    public Set<DeviceField> exclusive() {
        return exclusive;
    }

    /**
     * The fields that requests can carry.
     *
     * @return immutable
     */
    public Set<DeviceField> reported() {
        return reported;
    }

    /**
     * A firmware version, reported or to be installed, as it is compared.
     *
     * @param version as it was reported or entered
     * @return the version, see {@link #ignoringVersionPrefix()}
     */
    public String compared(String version) {
        boolean hasPrefix = version.startsWith("v") || version.startsWith("V");
        return ignoresVersionPrefix && hasPrefix ? version.substring(1) : version;
    }

    /**
     * The addresses.
     *
     * @return immutable
     */
    public List<Route> routes() {
        return routes;
    }

    /**
     * The order of work.
     *
     * @return immutable
     */
    public List<WorkStep> plan() {
        return plan;
    }

    /**
     * What the procedure is for a contact at one of its routes: with the work and the fields of that route alone.
     *
     * @param route one of {@link #routes}
     * @return immutable, the same at every call
     */
    public ProcedureDescription at(Route route) {
        return byRoute.computeIfAbsent(route, this::restrictedTo);
    }

    private ProcedureDescription restrictedTo(Route route) {
        return copy(it -> {
            it.plan = plan.stream()
                    .filter(step -> step.route().orElse(route.name()).equals(route.name()))
                    .toList();
            it.reported = route.carried().orElse(reported);
        });
    }

    /**
     * What people can set for each device type.
     *
     * @return may be empty
     */
    public Schema settings() {
        return settings;
    }

    private ProcedureDescription copy(Consumer<ProcedureDescription> change) {
        ProcedureDescription copy = new ProcedureDescription(id, label);
        copy.required = required;
        copy.supported = supported;
        copy.requirements = requirements;
        copy.identifiers = identifiers;
        copy.exclusive = exclusive;
        copy.routes = routes;
        copy.plan = plan;
        copy.settings = settings;
        copy.reported = reported;
        copy.ignoresVersionPrefix = ignoresVersionPrefix;
        change.accept(copy);
        return copy;
    }

    private static Set<Capability> set(Capability... capabilities) {
        Set<Capability> set = EnumSet.noneOf(Capability.class);
        set.addAll(List.of(capabilities));
        return Collections.unmodifiableSet(set);
    }
}
