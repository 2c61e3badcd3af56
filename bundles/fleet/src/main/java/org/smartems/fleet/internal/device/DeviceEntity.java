// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.device;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import org.smartems.fleet.Variable;
import org.smartems.fleet.device.DeviceForm;
import org.smartems.fleet.internal.store.Audited;
import org.smartems.fleet.internal.store.IdsConverter;
import org.smartems.fleet.internal.store.VariablesConverter;
import org.smartems.fleet.internal.variable.VariableLists;
import org.smartems.platform.audit.Author;

/** What people decide on a device. Never leaves this bundle. */
@Entity
@Table(name = "fleet_device")
public class DeviceEntity extends Audited {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "fleet_device_seq")
    @SequenceGenerator(name = "fleet_device_seq", sequenceName = "fleet_device_seq", allocationSize = 1)
    private Long id;

    private String uuid;

    @Column(name = "device_type_id")
    private long deviceType;

    private String identifier;

    @Column(name = "identifier_reported")
    private boolean identifierReported;

    private String name;
    private String description;
    private boolean enabled;
    private boolean staging;

    @Column(name = "template_id")
    private Long template;

    @Convert(converter = VariablesConverter.class)
    private List<Variable> variables = List.of();

    @Convert(converter = IdsConverter.class)
    @Column(name = "access_tags")
    private Set<Long> accessTags = Set.of();

    @Convert(converter = IdsConverter.class)
    private Set<Long> labels = Set.of();

    /** For the persistence provider. */
    protected DeviceEntity() {}

    /** A new device, which {@link #change} completes. */
    DeviceEntity(long deviceType) {
        this.uuid = UUID.randomUUID().toString();
        this.deviceType = deviceType;
    }

    void change(DeviceForm form, Author author, Instant now) {
        name = form.name();
        description = form.description();
        enabled = form.enabled();
        staging = form.staging();
        template = form.template().isPresent() ? form.template().getAsLong() : null;
        variables = VariableLists.numbered(form.variables(), variables);
        accessTags = IdsConverter.sorted(form.accessTags());
        labels = IdsConverter.sorted(form.labels());
        changed(author, now);
    }

    /** By the value of the identifying fact, or by the name when that is empty. */
    void identify(String fact) {
        identifierReported = !fact.isEmpty();
        identifier = identifierReported ? fact : name;
    }

    void setEnabled(boolean enabled, Author author, Instant now) {
        this.enabled = enabled;
        changed(author, now);
    }

    /** Something about it was changed elsewhere. */
    void touch(Author author, Instant now) {
        changed(author, now);
    }

    long id() {
        return id;
    }

    long deviceType() {
        return deviceType;
    }

    String identifier() {
        return identifier;
    }

    boolean isEnabled() {
        return enabled;
    }

    Set<Long> accessTags() {
        return accessTags;
    }
}
