// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.access;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.Scope;
import org.smartems.fleet.internal.Violations;
import org.smartems.fleet.internal.store.IdsConverter;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;

/** Rules of the access tags and labels that things hold. Needs the caller's transaction. */
@Component(service = Tags.class)
public final class Tags {

    private static final String FIELD = "accessTags";

    private final Transactions transactions;

    @Activate
    public Tags(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    /** The access tags of who is bound by them; empty for who is not. */
    public Set<Long> own(Scope scope) {
        if (!scope.isBound()) {
            return Set.of();
        }
        return new TreeSet<>(jdbc().list(
                        "select access_tag_id from platform_user_access_tag_ref where user_id = ?",
                        row -> row.getLong(1),
                        scope.user().getAsLong()));
    }

    /**
     * The access tags that a device gets from a form: at least one own for who is bound, and those that the device has
     * and the author does not see.
     */
    public Set<Long> ofDevice(Scope scope, Set<Long> given, Set<Long> stored, Violations violations) {
        if (!scope.isBound()) {
            requireKnown(given, violations);
            return given;
        }
        Set<Long> own = own(scope);
        boolean allowed = own.containsAll(given) || given.equals(stored);
        violations.require(allowed, FIELD, "endpointDevice.invalidAccessTag");
        violations.require(!given.isEmpty(), FIELD, "endpointDevice.oneAccessTagRequired");
        return withForeign(given, stored, own);
    }

    /** The access tags that something else gets from a form. */
    public Set<Long> ofOther(Scope scope, Set<Long> given, Set<Long> stored, Violations violations) {
        if (!scope.isBound()) {
            requireKnown(given, violations);
            return given;
        }
        Set<Long> own = own(scope);
        violations.require(own.containsAll(given), FIELD, "choice");
        return withForeign(given, stored, own);
    }

    /** What is given, and what is stored and not one's own. */
    public static Set<Long> withForeign(Set<Long> given, Set<Long> stored, Set<Long> own) {
        Set<Long> all = new TreeSet<>(stored);
        all.removeAll(own);
        all.addAll(given);
        return all;
    }

    /** Finds access tags that do not exist. */
    public void requireKnown(Set<Long> tags, Violations violations) {
        violations.require(isKnown("platform_access_tag_ref", tags, ""), FIELD, "choice");
    }

    /** Finds labels that do not exist; the others stay until the end of the transaction. */
    public void requireLabels(String field, Set<Long> labels, Violations violations) {
        violations.require(isKnown("fleet_label", labels, " order by id for key share"), field, "choice");
    }

    private boolean isKnown(String table, Collection<Long> ids, String lock) {
        if (ids.isEmpty()) {
            return true;
        }
        Set<Long> known = new HashSet<>(jdbc().list(
                        "select id from " + table + " where id = any(?)" + lock,
                        row -> row.getLong(1),
                        IdsConverter.parameter(ids)));
        return known.containsAll(ids);
    }

    private Jdbc jdbc() {
        return new Jdbc(transactions);
    }
}
