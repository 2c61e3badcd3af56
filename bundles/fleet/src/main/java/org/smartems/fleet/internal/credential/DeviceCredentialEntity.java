// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.credential;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import javax.persistence.CollectionTable;
import javax.persistence.Column;
import javax.persistence.ElementCollection;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import org.smartems.fleet.internal.store.Audited;
import org.smartems.platform.audit.AuditedEntity;
import org.smartems.platform.audit.Author;

/** A credential that devices use. Never leaves this bundle. */
@Entity
@Table(name = "fleet_device_credential")
public class DeviceCredentialEntity extends Audited {

    static final AuditedEntity AUDITED = new AuditedEntity(
            "DeviceAuthentication",
            """
            select to_jsonb(c) || jsonb_build_object('device_types', coalesce((
                select jsonb_agg(t.device_type_id order by t.device_type_id) from fleet_device_credential_type t
                where t.credential_id = c.id), '[]'))
            from fleet_device_credential c where c.id = ?""",
            Set.of("password"));

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "fleet_device_credential_seq")
    @SequenceGenerator(
            name = "fleet_device_credential_seq",
            sequenceName = "fleet_device_credential_seq",
            allocationSize = 1)
    private Long id;

    private String username;

    /** Sealed. */
    private byte[] password = new byte[0];

    private boolean enabled;

    @ElementCollection
    @CollectionTable(name = "fleet_device_credential_type", joinColumns = @JoinColumn(name = "credential_id"))
    @Column(name = "device_type_id")
    private Set<Long> deviceTypes = new HashSet<>();

    /** New ones are completed by {@link #change} and {@link #setPassword}. */
    protected DeviceCredentialEntity() {}

    void change(String username, boolean enabled, Set<Long> deviceTypes) {
        this.username = username;
        this.enabled = enabled;
        this.deviceTypes.retainAll(deviceTypes);
        this.deviceTypes.addAll(deviceTypes);
    }

    void setPassword(byte[] sealed) {
        password = sealed;
    }

    void touch(Author author, Instant now) {
        changed(author, now);
    }

    long id() {
        return id;
    }

    String username() {
        return username;
    }

    byte[] password() {
        return password;
    }

    boolean isEnabled() {
        return enabled;
    }

    Set<Long> deviceTypes() {
        return Set.copyOf(deviceTypes);
    }
}
