// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.template;

import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import org.smartems.fleet.internal.store.Audited;
import org.smartems.fleet.template.TemplateView;
import org.smartems.platform.audit.Author;

/** A template. Never leaves this bundle. */
@Entity
@Table(name = "fleet_template")
public class TemplateEntity extends Audited {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "fleet_template_seq")
    @SequenceGenerator(name = "fleet_template_seq", sequenceName = "fleet_template_seq", allocationSize = 1)
    private Long id;

    @Column(name = "device_type_id")
    private long deviceType;

    private String name;

    @Column(name = "staging_version_id")
    private Long stagingVersion;

    @Column(name = "production_version_id")
    private Long productionVersion;

    /** For the persistence provider. */
    protected TemplateEntity() {}

    /** A new template without versions. */
    TemplateEntity(long deviceType, String name, Author author, Instant now) {
        this.deviceType = deviceType;
        rename(name, author, now);
    }

    final void rename(String name, Author author, Instant now) {
        this.name = name;
        changed(author, now);
    }

    /** Null leaves it without one. */
    void selectStaging(Long version, Author author, Instant now) {
        stagingVersion = version;
        changed(author, now);
    }

    /** Null leaves it without one. */
    void selectProduction(Long version, Author author, Instant now) {
        productionVersion = version;
        changed(author, now);
    }

    boolean isStaging(long version) {
        return Objects.equals(stagingVersion, version);
    }

    boolean isProduction(long version) {
        return Objects.equals(productionVersion, version);
    }

    boolean hasStaging() {
        return stagingVersion != null;
    }

    long id() {
        return id;
    }

    long deviceType() {
        return deviceType;
    }

    TemplateView view() {
        return new TemplateView(id, deviceType, name, optional(stagingVersion), optional(productionVersion), history());
    }

    private static OptionalLong optional(Long version) {
        return version == null ? OptionalLong.empty() : OptionalLong.of(version);
    }
}
