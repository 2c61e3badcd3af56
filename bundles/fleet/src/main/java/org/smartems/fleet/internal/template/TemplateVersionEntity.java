// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.template;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import org.smartems.fleet.Variable;
import org.smartems.fleet.internal.store.Audited;
import org.smartems.fleet.internal.store.IdsConverter;
import org.smartems.fleet.internal.store.VariablesConverter;
import org.smartems.fleet.internal.variable.VariableLists;
import org.smartems.fleet.template.VersionForm;
import org.smartems.fleet.template.VersionType;
import org.smartems.fleet.template.VersionView;
import org.smartems.platform.audit.Author;

/** A template version. Never leaves this bundle. */
@Entity
@Table(name = "fleet_template_version")
public class TemplateVersionEntity extends Audited {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "fleet_template_version_seq")
    @SequenceGenerator(
            name = "fleet_template_version_seq",
            sequenceName = "fleet_template_version_seq",
            allocationSize = 1)
    private Long id;

    @Column(name = "template_id")
    private long template;

    private String type = VersionType.STAGING.id();
    private String name;
    private String description;

    @Column(name = "device_description")
    private String deviceDescription;

    @Convert(converter = VariablesConverter.class)
    private List<Variable> variables = List.of();

    @Convert(converter = IdsConverter.class)
    @Column(name = "access_tags")
    private Set<Long> accessTags = Set.of();

    @Convert(converter = IdsConverter.class)
    @Column(name = "device_labels")
    private Set<Long> deviceLabels = Set.of();

    @Column(name = "config1_id")
    private Long config1;

    @Column(name = "config2_id")
    private Long config2;

    @Column(name = "config3_id")
    private Long config3;

    @Column(name = "firmware1_id")
    private Long firmware1;

    @Column(name = "firmware2_id")
    private Long firmware2;

    @Column(name = "firmware3_id")
    private Long firmware3;

    /** For the persistence provider. */
    protected TemplateVersionEntity() {}

    /** A new staging version, which {@link #change} completes. */
    TemplateVersionEntity(long template) {
        this.template = template;
    }

    void change(VersionForm form, Author author, Instant now) {
        name = form.name();
        description = form.description();
        deviceDescription = form.deviceDescription();
        variables = VariableLists.numbered(form.variables(), variables);
        accessTags = IdsConverter.sorted(form.accessTags());
        deviceLabels = IdsConverter.sorted(form.deviceLabels());
        config1 = form.configs().get(1);
        config2 = form.configs().get(2);
        config3 = form.configs().get(3);
        firmware1 = form.firmware().get(1);
        firmware2 = form.firmware().get(2);
        firmware3 = form.firmware().get(3);
        changed(author, now);
    }

    void becomeProduction(Author author, Instant now) {
        type = VersionType.PRODUCTION.id();
        changed(author, now);
    }

    long id() {
        return id;
    }

    long template() {
        return template;
    }

    boolean isProduction() {
        return type.equals(VersionType.PRODUCTION.id());
    }

    VersionForm form() {
        return new VersionForm(
                name,
                description == null ? "" : description,
                deviceDescription == null ? "" : deviceDescription,
                slots(config1, config2, config3),
                slots(firmware1, firmware2, firmware3),
                variables,
                accessTags,
                deviceLabels);
    }

    VersionView view() {
        VersionType known = isProduction() ? VersionType.PRODUCTION : VersionType.STAGING;
        return new VersionView(id, template, known, form(), history());
    }

    private static Map<Integer, Long> slots(Long... ids) {
        Map<Integer, Long> slots = new TreeMap<>();
        for (int slot = 1; slot <= ids.length; slot++) {
            if (ids[slot - 1] != null) {
                slots.put(slot, ids[slot - 1]);
            }
        }
        return slots;
    }
}
