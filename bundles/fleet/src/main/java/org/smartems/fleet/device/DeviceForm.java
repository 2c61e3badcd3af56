// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.device;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.smartems.fleet.Variable;
import org.smartems.spi.procedure.DeviceField;

/**
 * A device as people fill it in; an empty text is a missing one.
 *
 * @param name unique within its type
 * @param description of the device
 * @param enabled whether it is handed work
 * @param staging whether it uses the staging version of its template
 * @param template id of its template
 * @param facts of {@link #EDITABLE} alone
 * @param flags what it is to be handed with its next contact
 * @param variables in their order
 * @param accessTags ids
 * @param labels ids
 */
public record DeviceForm(
        String name,
        String description,
        boolean enabled,
        boolean staging,
        OptionalLong template,
        Map<DeviceField, String> facts,
        Set<WorkFlag> flags,
        List<Variable> variables,
        Set<Long> accessTags,
        Set<Long> labels) {

    /** The facts that people can fill in before the device reports them. */
    public static final Set<DeviceField> EDITABLE = Collections.unmodifiableSet(EnumSet.of(
            DeviceField.SERIAL_NUMBER,
            DeviceField.IMSI,
            DeviceField.IMEI,
            DeviceField.MODEL,
            DeviceField.REGISTRATION_ID,
            DeviceField.ENDORSEMENT_KEY,
            DeviceField.HARDWARE_VERSION));

    /** Copies the collections, without facts that have no value. */
    public DeviceForm {
        Map<DeviceField, String> known = new EnumMap<>(DeviceField.class);
        known.putAll(facts);
        known.values().removeIf(String::isEmpty);
        if (!EDITABLE.containsAll(known.keySet())) {
            throw new IllegalArgumentException("not to be filled in by people: " + known.keySet());
        }
        facts = Collections.unmodifiableMap(known);
        flags = Set.copyOf(flags);
        variables = List.copyOf(variables);
        accessTags = Set.copyOf(accessTags);
        labels = Set.copyOf(labels);
    }

    /**
     * A disabled device without anything but its name.
     *
     * @param name unique within its type
     * @return to be completed
     */
    public static DeviceForm named(String name) {
        return new DeviceForm(
                name, "", false, false, OptionalLong.empty(), Map.of(), Set.of(), List.of(), Set.of(), Set.of());
    }

    /**
     * The same form with another fact.
     *
     * @param field one of {@link #EDITABLE}
     * @param value empty removes it
     * @return a copy
     */
    public DeviceForm with(DeviceField field, String value) {
        Map<DeviceField, String> more = new EnumMap<>(DeviceField.class);
        more.putAll(facts);
        more.put(field, value);
        return new DeviceForm(
                name, description, enabled, staging, template, more, flags, variables, accessTags, labels);
    }

    /**
     * The same form with other flags.
     *
     * @param set all that are set
     * @return a copy
     */
    public DeviceForm withFlags(Set<WorkFlag> set) {
        return new DeviceForm(name, description, enabled, staging, template, facts, set, variables, accessTags, labels);
    }

    /**
     * The same form with other variables.
     *
     * @param defined all of them
     * @return a copy
     */
    public DeviceForm withVariables(List<Variable> defined) {
        return new DeviceForm(name, description, enabled, staging, template, facts, flags, defined, accessTags, labels);
    }

    /**
     * The same form of a device that is handed work.
     *
     * @return a copy
     */
    public DeviceForm enable() {
        return new DeviceForm(name, description, true, staging, template, facts, flags, variables, accessTags, labels);
    }

    /**
     * The same form with a template.
     *
     * @param id of the template
     * @param onStaging whether the device uses the staging version
     * @return a copy
     */
    public DeviceForm withTemplate(long id, boolean onStaging) {
        return new DeviceForm(
                name,
                description,
                enabled,
                onStaging,
                OptionalLong.of(id),
                facts,
                flags,
                variables,
                accessTags,
                labels);
    }

    /**
     * The same form with other access tags.
     *
     * @param tags ids of all of them
     * @return a copy
     */
    public DeviceForm withAccessTags(Set<Long> tags) {
        return new DeviceForm(name, description, enabled, staging, template, facts, flags, variables, tags, labels);
    }

    /**
     * The same form with other labels.
     *
     * @param words ids of all of them
     * @return a copy
     */
    public DeviceForm withLabels(Set<Long> words) {
        return new DeviceForm(
                name, description, enabled, staging, template, facts, flags, variables, accessTags, words);
    }
}
