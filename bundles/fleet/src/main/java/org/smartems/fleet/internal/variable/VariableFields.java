// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.variable;

import java.util.List;
import org.smartems.fleet.Variable;
import org.smartems.resource.Field;
import org.smartems.resource.In;
import org.smartems.resource.Input;

/** Variables of a device or template version in the REST API. */
public final class VariableFields {

    private VariableFields() {}

    /** The field {@code variables}, stored in a column of that kind. */
    public static Field of(String column) {
        String sql = "(select coalesce(jsonb_agg(jsonb_build_object('id', e.one -> 'id', 'name', e.one -> 'name',"
                + " 'variableValue', e.one -> 'value', 'representation', e.one -> 'name') order by e.place), '[]')"
                + " from jsonb_array_elements(" + column + ") with ordinality e (one, place))";
        return Field.list(
                "variables",
                sql,
                Field.text("name", null).required().input(In.CREATE, In.EDIT),
                Field.longText("variableValue", null).required().untrimmed().input(In.CREATE, In.EDIT));
    }

    /** What was sent: the variable at a place is the one that was there before, with another name or value. */
    public static List<Variable> read(Input input, List<Variable> stored) {
        List<Variable> sent = input.list("variables").stream()
                .map(one -> Variable.of(one.text("name"), one.text("variableValue")))
                .toList();
        return VariableLists.replaced(sent, stored);
    }
}
