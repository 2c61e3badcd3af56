// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.credential;

import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.api.error.FieldError;
import org.smartems.fleet.credential.CredentialForm;
import org.smartems.fleet.credential.CredentialView;
import org.smartems.fleet.credential.DeviceCredentials;
import org.smartems.fleet.internal.Refusals;
import org.smartems.fleet.internal.SecretReads;
import org.smartems.fleet.internal.Violations;
import org.smartems.fleet.internal.catalogue.Changes;
import org.smartems.fleet.internal.devicetype.StoredDeviceTypes;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.platform.audit.AuditLog;
import org.smartems.platform.audit.Author;

/** See {@link DeviceCredentials}. */
@Component(service = DeviceCredentials.class)
public final class DeviceCredentialService implements DeviceCredentials {

    /** Locked in the order in which check-ins lock them. */
    private static final String RELEASE =
            """
            with chosen as (select device_id from fleet_device_state where bound_credential_id = ?
                order by device_id for update)
            update fleet_device_state set bound_credential_id = null, revision = revision + 1
            where device_id in (select device_id from chosen)""";

    private final EntityManagerFactory unit;
    private final Transactions transactions;
    private final StoredCredentials stored;
    private final StoredDeviceTypes types;
    private final Changes changes;
    private final AuditLog audit;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public DeviceCredentialService(
            @Reference(target = "(osgi.unit.name=fleet)") EntityManagerFactory unit,
            @Reference Transactions transactions,
            @Reference StoredCredentials stored,
            @Reference StoredDeviceTypes types,
            @Reference Changes changes,
            @Reference AuditLog audit) {
        this.unit = unit;
        this.transactions = transactions;
        this.stored = stored;
        this.types = types;
        this.changes = changes;
        this.audit = audit;
    }

    @Override
    public CredentialView create(Author author, CredentialForm form) {
        return changes.catalogued(() -> {
            Violations violations = check(form, 0);
            violations.require(!form.password().orElse("").isBlank(), "password", "required");
            violations.throwIfAny();
            DeviceCredentialEntity credential = new DeviceCredentialEntity();
            entities().persist(credential);
            CredentialView view = change(credential, form, author);
            audit.created(author, DeviceCredentialEntity.AUDITED, credential.id());
            return view;
        });
    }

    @Override
    public CredentialView edit(Author author, long id, CredentialForm form) {
        return changes.catalogued(() -> {
            DeviceCredentialEntity credential = required(id);
            check(form, id).throwIfAny();
            return audit.changed(author, DeviceCredentialEntity.AUDITED, id, () -> change(credential, form, author));
        });
    }

    @Override
    public void delete(Author author, long id) {
        changes.catalogued(() -> {
            DeviceCredentialEntity credential = required(id);
            audit.deleted(author, DeviceCredentialEntity.AUDITED, id);
            entities().remove(credential);
            return new Jdbc(transactions).update(RELEASE, id);
        });
    }

    @Override
    public CredentialView get(long id) {
        return transactions.call(() -> view(required(id)));
    }

    @Override
    public Optional<CredentialView> find(String username) {
        return transactions.call(() -> called(username).findFirst().map(DeviceCredentialService::view));
    }

    @Override
    public String password(Author author, long id) {
        String password = transactions.call(() -> stored.open(id, required(id).password()));
        SecretReads.tell(author, "password", "device credential", id);
        return password;
    }

    private CredentialView change(DeviceCredentialEntity credential, CredentialForm form, Author author) {
        credential.change(form.username().strip(), form.enabled(), form.deviceTypes());
        form.password().ifPresent(password -> credential.setPassword(stored.seal(credential.id(), password)));
        credential.touch(author, clock.instant());
        return view(credential);
    }

    private Violations check(CredentialForm form, long id) {
        Violations violations = new Violations();
        String username = form.username().strip();
        violations.required("username", username);
        boolean taken = called(username).anyMatch(other -> id == 0 || other.id() != id);
        violations.require(!taken, "username", "uniqueEntity");
        form.password()
                .filter(password -> !password.isEmpty())
                .ifPresent(password -> violations.required("password", password));
        if (form.deviceTypes().isEmpty()) {
            violations.add(FieldError.of("deviceTypes", "validation.countMin").with("limit", 1));
        }
        boolean known = form.deviceTypes().stream()
                .allMatch(type -> types.catalogued(type).isPresent());
        violations.require(known, "deviceTypes", "choice");
        return violations;
    }

    private Stream<DeviceCredentialEntity> called(String username) {
        return entities()
                .createQuery(
                        "select c from DeviceCredentialEntity c where c.username = :username",
                        DeviceCredentialEntity.class)
                .setParameter("username", username)
                .getResultStream();
    }

    private DeviceCredentialEntity required(long id) {
        return Optional.ofNullable(entities().find(DeviceCredentialEntity.class, id))
                .orElseThrow(Refusals::notFound);
    }

    private static CredentialView view(DeviceCredentialEntity credential) {
        return new CredentialView(
                credential.id(),
                credential.username(),
                credential.isEnabled(),
                credential.deviceTypes(),
                credential.history());
    }

    private EntityManager entities() {
        return transactions.em(unit);
    }
}
