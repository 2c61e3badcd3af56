// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.access;

/**
 * What a user who is no administrator sees, as conditions of SQL: the one place where that is decided.
 *
 * <p>Each method takes the alias of its table and the expression that stands for the user's id, such as a question
 * mark, which then is as often in the result as {@link #users} says.
 */
public final class Access {

    private Access() {}

    /** The access tags of a user, as an array that is the same for every row. */
    public static String tags(String user) {
        return "(select coalesce(array_agg(own.access_tag_id), '{}') from platform_user_access_tag_ref own"
                + " where own.user_id = " + user + ")";
    }

    /** Whether a column of access tags, such as {@code l.access_tags} of a log, shares one with the user. */
    public static String shared(String column, String user) {
        return column + " && " + tags(user);
    }

    /** The devices that a user sees: those with one of the user's access tags. */
    public static String device(String device, String user) {
        return shared(device + ".access_tags", user);
    }

    /** The templates that a user sees: made by the user, with such a version, or used by a seen device. */
    public static String template(String template, String user) {
        return "(" + template + ".created_by = " + user
                + " or exists (select 1 from fleet_template_version made where made.template_id = " + template
                + ".id and made.created_by = " + user + ")"
                + " or exists (select 1 from fleet_device seen where seen.template_id = " + template + ".id and "
                + device("seen", user) + "))";
    }

    /** The template versions that a user sees: made by the user, or selected in a template that the user sees. */
    public static String templateVersion(String version, String user) {
        return "(" + version + ".created_by = " + user
                + " or exists (select 1 from fleet_template chosen where chosen.id = " + version + ".template_id and "
                + version + ".id in (chosen.staging_version_id, chosen.production_version_id) and "
                + template("chosen", user) + "))";
    }

    /** Whether devices use a template that the user does not see, who then may not change what they get. */
    public static String hasUnseenDevice(String templateId, String user) {
        return any("fleet_device unseen where unseen.template_id = " + templateId + " and not ("
                + device("unseen", user) + ")");
    }

    /** Whether there is a row, asked for each row of its own: {@code exists} may be answered by reading all of them. */
    public static String any(String fromWhere) {
        return "coalesce((select true from " + fromWhere + " limit 1), false)";
    }

    /** How often an expression, such as a question mark, is in a condition. */
    public static int users(String condition, String user) {
        return (condition.length() - condition.replace(user, "").length()) / user.length();
    }
}
