// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.variable;

/** What the audit log tells of variables: as they are called over the REST API, the type only where it is no text. */
public final class VariableAudit {

    private VariableAudit() {}

    /**
     * An expression of a JSON array.
     *
     * @param column with stored variables
     */
    public static String of(String column) {
        return "(select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', e.one -> 'id', 'name',"
                + " e.one -> 'name', 'variableValue', e.one -> 'value', 'variableType', lower(e.one ->> 'type')))"
                + " order by e.place), '[]') from jsonb_array_elements(" + column
                + ") with ordinality e (one, place))";
    }
}
