// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.config;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import org.smartems.fleet.config.ConfigForm;
import org.smartems.fleet.internal.store.Audited;
import org.smartems.platform.audit.AuditedEntity;
import org.smartems.platform.audit.Author;

/** A config. Never leaves this bundle. */
@Entity
@Table(name = "fleet_config")
public class ConfigEntity extends Audited {

    static final AuditedEntity AUDITED = new AuditedEntity(
            "Config",
            "select to_jsonb(c) - 'slot' || jsonb_build_object('feature', c.slot::text) from fleet_config c"
                    + " where c.id = ?",
            Set.of());

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "fleet_config_seq")
    @SequenceGenerator(name = "fleet_config_seq", sequenceName = "fleet_config_seq", allocationSize = 1)
    private Long id;

    private String uuid;

    @Column(name = "device_type_id")
    private long deviceType;

    private int slot;
    private String name;
    private String generator;
    private String content;

    /** For the persistence provider. */
    protected ConfigEntity() {}

    /** A new config, which {@link #change} completes. */
    ConfigEntity(long deviceType, int slot) {
        this.uuid = UUID.randomUUID().toString();
        this.deviceType = deviceType;
        this.slot = slot;
    }

    void change(ConfigForm form, Author author, Instant now) {
        name = form.name();
        generator = form.generator();
        content = form.content();
        changed(author, now);
    }

    long id() {
        return id;
    }

    String uuid() {
        return uuid;
    }

    long deviceType() {
        return deviceType;
    }

    int slot() {
        return slot;
    }

    ConfigForm form() {
        return new ConfigForm(name, generator, content);
    }
}
