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

    private static final String OWN_TAGS = "select access_tag_id from platform_user_access_tag_ref where user_id = ?";

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

    /**
     * The rows of a log that somebody sees: of devices that had one of the user's access tags when they were written.
     *
     * <p>Devices of a rare tag have few rows among very many. They are found by {@code fleet_tagged_device}, and the
     * planner knows the tags; what is said of each row is hidden from its estimate, which would count it twice.
     *
     * @param log alias of a table with {@code device_id} and {@code access_tags}
     */
    public static Function<Requester, Sql> logged(String log) {
        return requester -> requester.isAdmin()
                ? Sql.TRUE
                : Sql.of(
                        log + ".device_id in (select had.device_id from fleet_tagged_device had"
                                + " where had.access_tag_id = any(?)) and coalesce("
                                + Access.shared(log + ".access_tags", "?")
                                + ", false)",
                        Sql.ids(OWN_TAGS, requester.userId()),
                        requester.userId());
    }

    /**
     * The rows of a table that somebody sees: of devices that have one of the user's access tags now.
     *
     * @param column with the id of the device
     */
    public static Function<Requester, Sql> ofSeenDevice(String column) {
        return requester -> requester.isAdmin()
                ? Sql.TRUE
                : Sql.of(
                        "exists (select 1 from fleet_device seen where seen.id = " + column
                                + " and seen.access_tags && ?::bigint[])",
                        Sql.ids(OWN_TAGS, requester.userId()));
    }

    private static Sql by(Requester requester, UnaryOperator<String> condition) {
        String text = condition.apply("?");
        return new Sql(text, Collections.nCopies(Access.users(text, "?"), requester.userId()));
    }
}
