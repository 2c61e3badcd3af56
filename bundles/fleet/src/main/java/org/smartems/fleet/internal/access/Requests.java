// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.access;

import java.util.Collections;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.smartems.fleet.Scope;
import org.smartems.platform.audit.Author;
import org.smartems.resource.Call;
import org.smartems.resource.Requester;
import org.smartems.resource.Shape;
import org.smartems.resource.Sql;

/** What the fleet's resources ask of who calls them. */
public final class Requests {

    /** Access tags, of which users who are no administrators see their own. */
    public static final Shape ACCESS_TAG = accessTags()
            .visible(unlessAdmin(user -> "a.id in (select own.access_tag_id from platform_user_access_tag_ref own"
                    + " where own.user_id = " + user + ")"));

    /** All access tags. */
    public static final Shape ANY_ACCESS_TAG = accessTags();

    private Requests() {}

    private static Shape accessTags() {
        return Shape.of("platform_access_tag_ref a", "a.id", "a.representation")
                .target("accesstag", "options/access/tags");
    }

    /** Who calls. */
    public static Author author(Call call) {
        return Author.user(call.requester().userId(), call.requester().name());
    }

    /** What the caller sees. */
    public static Scope scope(Call call) {
        return call.requester().isAdmin()
                ? Scope.ALL
                : Scope.of(call.requester().userId());
    }

    /**
     * A condition that holds for administrators, and otherwise by user.
     *
     * @param condition of {@link Access}, by the expression of the user's id
     */
    public static Function<Requester, Sql> unlessAdmin(UnaryOperator<String> condition) {
        return requester -> requester.isAdmin() ? Sql.TRUE : by(requester, condition);
    }

    /**
     * A condition that does not hold for administrators, and otherwise by user.
     *
     * @param condition of {@link Access}, by the expression of the user's id
     */
    public static Function<Requester, Sql> onlyBound(UnaryOperator<String> condition) {
        return requester -> requester.isAdmin() ? Sql.FALSE : by(requester, condition);
    }

    private static Sql by(Requester requester, UnaryOperator<String> condition) {
        String text = condition.apply("?");
        return new Sql(text, Collections.nCopies(Access.users(text, "?"), requester.userId()));
    }
}
