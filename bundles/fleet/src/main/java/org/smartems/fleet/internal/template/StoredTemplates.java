// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.template;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.Scope;
import org.smartems.fleet.internal.access.Access;
import org.smartems.fleet.template.TemplateView;
import org.smartems.fleet.template.VersionForm;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;

/** Templates in the database; every method needs the caller's transaction. */
@Component(service = StoredTemplates.class)
public final class StoredTemplates {

    private final EntityManagerFactory unit;
    private final Transactions transactions;

    @Activate
    public StoredTemplates(
            @Reference(target = "(osgi.unit.name=fleet)") EntityManagerFactory unit,
            @Reference Transactions transactions) {
        this.unit = unit;
        this.transactions = transactions;
    }

    /** A template for other nouns of this bundle. */
    public Optional<TemplateView> view(long id) {
        return find(id).map(TemplateEntity::view);
    }

    /** What a version holds. */
    public Optional<VersionForm> form(long version) {
        return findVersion(version).map(TemplateVersionEntity::form);
    }

    /** Whether somebody sees a template that is stored. */
    public boolean isVisible(Scope scope, long id) {
        if (!scope.isBound()) {
            return true;
        }
        return holds("t.id = ? and " + Access.template("t", "?"), scope, id);
    }

    /** Whether devices use a template that somebody does not see. */
    boolean hasUnseenDevice(Scope scope, long id) {
        return scope.isBound() && holds("t.id = ? and " + Access.hasUnseenDevice("t.id", "?"), scope, id);
    }

    private boolean holds(String condition, Scope scope, long id) {
        Object[] values = new Object[Access.users(condition, "?")];
        Arrays.fill(values, scope.user().getAsLong());
        values[0] = id;
        return new Jdbc(transactions)
                .first("select 1 from fleet_template t where " + condition, row -> true, values)
                .isPresent();
    }

    Optional<TemplateEntity> find(long id) {
        return Optional.ofNullable(entities().find(TemplateEntity.class, id));
    }

    List<TemplateEntity> find(long deviceType, String name) {
        return entities()
                .createQuery(
                        "select t from TemplateEntity t where t.deviceType = :type and t.name = :name order by t.id",
                        TemplateEntity.class)
                .setParameter("type", deviceType)
                .setParameter("name", name)
                .getResultList();
    }

    Optional<TemplateVersionEntity> findVersion(long id) {
        return Optional.ofNullable(entities().find(TemplateVersionEntity.class, id));
    }

    List<TemplateVersionEntity> versions(long template) {
        return entities()
                .createQuery(
                        "select v from TemplateVersionEntity v where v.template = :template order by v.id",
                        TemplateVersionEntity.class)
                .setParameter("template", template)
                .getResultList();
    }

    void add(Object entity) {
        entities().persist(entity);
    }

    void remove(Object entity) {
        entities().remove(entity);
    }

    private EntityManager entities() {
        return transactions.em(unit);
    }
}
