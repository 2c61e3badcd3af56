// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Why an action is refused for a row now: codes in the order in which they are tested. Immutable.
 */
public final class Deny {

    private final String key;
    private final List<Map.Entry<String, Function<Requester, Sql>>> codes;

    private Deny(String key, List<Map.Entry<String, Function<Requester, Sql>>> codes) {
        this.key = key;
        this.codes = codes;
    }

    /**
     * An action that is never refused so far.
     *
     * @param key of the action, such as {@code enable}
     * @return to be completed by {@link #when}
     */
    public static Deny of(String key) {
        return new Deny(key, List.of());
    }

    /**
     * With a further reason.
     *
     * @param code such as {@code alreadyEnabled}
     * @param condition on the row
     * @return a copy
     */
    public Deny when(String code, String condition) {
        Sql sql = Sql.of(condition);
        return when(code, requester -> sql);
    }

    /**
     * With a further reason.
     *
     * @param code such as {@code accessDenied}
     * @param condition on the row, by user
     * @return a copy
     */
    public Deny when(String code, Function<Requester, Sql> condition) {
        List<Map.Entry<String, Function<Requester, Sql>>> more = new ArrayList<>(codes);
        more.add(Map.entry(code, condition));
        return new Deny(key, List.copyOf(more));
    }

    /**
     * With {@code accessDenied} for everybody who has none of some permissions.
     *
     * @param permissions of those who may
     * @return a copy
     */
    public Deny unless(Permission... permissions) {
        java.util.Set<Permission> any = java.util.Set.of(permissions);
        return when("accessDenied", requester -> Sql.constant(!requester.hasAny(any)));
    }

    /**
     * The same reasons for another action.
     *
     * @param other key of the action
     * @return a copy
     */
    public Deny as(String other) {
        return new Deny(other, codes);
    }

    /**
     * The action.
     *
     * @return its key
     */
    public String key() {
        return key;
    }

    /**
     * The reasons.
     *
     * @return their codes, in the order in which they are tested
     */
    public List<String> codes() {
        return codes.stream().map(Map.Entry::getKey).toList();
    }

    /** The code of the first reason that holds, or null. */
    Sql sql(Requester requester) {
        Sql sql = Sql.of("case");
        boolean any = false;
        for (Map.Entry<String, Function<Requester, Sql>> code : codes) {
            Sql condition = code.getValue().apply(requester);
            if (!condition.equals(Sql.FALSE)) {
                sql = sql.then("when").then(condition).then("then '" + code.getKey() + "'");
                any = true;
            }
        }
        return any ? sql.then("end") : Sql.of("null::text");
    }
}
